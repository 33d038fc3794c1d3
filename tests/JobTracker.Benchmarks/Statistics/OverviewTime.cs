using System.Diagnostics;
using JobTracker.Benchmarks.Houses;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;

namespace JobTracker.Benchmarks.Statistics;

/// <summary>All figures at once, asked of the site and of the database by itself, in turns, so that both meet the same machine.</summary>
internal static class OverviewTime
{
    private const int Turns = 4;
    private const string Address = "/api/statistics/overview";

    public static async Task RunAsync(Choice choice, int rounds)
    {
        await using var program = await MeasuredProgram.OfAsync(choice);
        Report.Progress("Statistics: moving in.");
        var census = new Census([choice.Quick ? 1_000 : 10_000], []);
        await using var house = await House.BuildAsync(
            program.Folder,
            choice.Quick ? census.Among(200, 10_000) : census.Among(20_000, 1_000_000)
        );
        var today = TimeProvider.System.Today("UTC");
        await CompareAsync(house, "all time", Address, Period.All, today, rounds);
        var year = new Period(today.AddDays(-364), today);
        await CompareAsync(
            house,
            "a year beside the one before",
            $"{Address}?from={year.From:yyyy-MM-dd}&to={year.To:yyyy-MM-dd}",
            year,
            today,
            rounds
        );
    }

    private static async Task CompareAsync(House house, string name, string address, Period period, DateOnly today, int rounds)
    {
        using var client = new HttpClient { BaseAddress = house.Site };
        client.DefaultRequestHeaders.Authorization = new("Bearer", house.Visitors[0].Token);
        var statement = new BareStatement(house.ConnectionString, CountingSql.Of(new UserId(house.Visitors[0].Id), period, today));
        var site = new List<TimeSpan>();
        var bare = new List<TimeSpan>();
        await AskAsync(client, address, rounds: 3);
        for (var turn = 0; turn < Turns; turn++)
        {
            bare.AddRange(await statement.MeasureAsync(rounds / Turns));
            site.AddRange(await AskAsync(client, address, rounds / Turns));
        }
        Table.Begin($"statistics, {name}: time in ms");
        Table.Row($"the statement by {BareStatement.Program}", bare);
        Table.Row("the overview through the site", site);
        Console.WriteLine(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\nratio of the medians: {Median(site) / Median(bare):0.00}")
        );
    }

    private static async Task<IReadOnlyList<TimeSpan>> AskAsync(HttpClient client, string address, int rounds)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(begun));
        }
        return times;
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;
}
