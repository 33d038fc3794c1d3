using System.Globalization;
using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Requests;

/// <summary>What one request of each kind takes: processor time here and in the database, memory, statements.</summary>
internal static class RequestTest
{
    private const int Applications = 1000;
    private const int ToCount = 20;
    private const int ToCountQuick = 2;

    private static readonly TimeSpan Full = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string program, bool quick)
    {
        Report.Section(
            "What a request takes",
            $"Of the published app with a person who has {(quick ? 100 : Applications)} applications. Processor time and memory are those of the whole "
                + "process and of all of PostgreSQL's processes, divided by the number of answers."
        );
        Report.Progress("Requests: moving in.");
        using var meter = new Meter();
        await using var house = await House.BuildAsync(program, Census.Of(Kinds.Visitors, quick ? 100 : Applications), meter.Environment);
        var kinds = Kinds.Of(house, await AnyApplicationAsync(house));
        var time = quick ? Quick : Full;
        foreach (var (_, work) in kinds.Where(_ => !quick))
            await Wrk.RunAsync(house.Site, work, time);

        var taken = new List<(double App, double Database, double Allocated)>();
        foreach (var (name, work) in kinds)
        {
            Report.Progress($"Requests: {name}.");
            var before = (await meter.ReadAsync()).Allocated;
            var used = await Expense.OfAsync(house, work, time);
            var allocated = (await meter.ReadAsync()).Allocated - before;
            taken.Add((used.App.TotalMicroseconds, used.Database.TotalMicroseconds, (double)allocated / used.Requests));
        }
        await meter.ListenAsync();
        Report.Head("request", "processor of the app, µs", "processor of PostgreSQL, µs", "allocated, KB", "statements");
        foreach (var ((name, work), (app, database, allocated)) in kinds.Zip(taken))
        {
            var statements = await CountAsync(house, meter, work, quick ? ToCountQuick : ToCount);
            Report.Row(name, In(app, "0"), In(database, "0"), In(allocated / 1024, "0"), In(statements, "0.#"));
        }
    }

    private static async Task<double> CountAsync(House house, Meter meter, Work work, int times)
    {
        var before = (await meter.ReadAsync()).Statements;
        for (var time = 0; time < times; time++)
            await Probe.LookAsync(house.Site, work);
        return (double)((await meter.ReadAsync()).Statements - before) / times;
    }

    private static async Task<string> AnyApplicationAsync(House house)
    {
        using var client = new HttpClient { BaseAddress = house.Site };
        client.DefaultRequestHeaders.Authorization = new("Bearer", house.Visitors[0].Token);
        using var answer = await client.GetAsync(new Uri("/api/applications?limit=1", UriKind.Relative));
        return (await answer.ReadAsync(200))["items"]![0]!["id"]!.GetValue<string>();
    }

    private static string In(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
