using JobTracker.Benchmarks.Houses;
using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobTracker.Benchmarks.Speed;

/// <summary>How near the app comes to what the platform can do, in rounds that take turns within one run: the ratios hold on a noisy machine.</summary>
internal static class SpeedTest
{
    private const int Rounds = 5;
    private const int People = 100;
    private const int Applications = 1000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    // For each kind of work and each side, at least.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string program, bool quick)
    {
        Report.Section(
            "Speed",
            "The same work done by JobTracker and by bare Kestrel and Npgsql, which send the same statement and write the same number of rows. "
                + "16 connections ask as fast as they are answered; both sides take turns."
        );
        await RunAsync(program, Census.Of(quick ? 3 : People, quick ? 100 : Applications), quick, house => new Comparisons(house).OfMany);
        await RunAsync(program, Census.Of(1, quick ? 100 : Applications), quick, house => new Comparisons(house).OfOne);
    }

    private static async Task RunAsync(
        string program,
        Census census,
        bool quick,
        Func<House, Func<CapturedStatement, CapturedStatement, IReadOnlyList<Comparison>>> choose
    )
    {
        Report.Progress($"Speed: moving in {census.Visitors.Count} people.");
        await using var house = await House.BuildAsync(program, census);
        var owner = house.Visitors[0].Id;
        var list = await CapturedStatement.OfAsync(house.ConnectionString, owner, ListAsync);
        var count = await CapturedStatement.OfAsync(
            house.ConnectionString,
            owner,
            (db, person) => db.Database.ExecuteSqlAsync(CountingSql.Of(person, Period.All, TimeProvider.System.Today("UTC")))
        );
        await using var limits = await Limits.StartAsync(house, list, count);
        var comparisons = choose(house)(list, count);

        Report.Progress("Speed: warming up.");
        foreach (var comparison in comparisons.Where(_ => !quick))
            await comparison.WarmUpAsync(house, limits, Seconds(WarmUp));
        var memory = new List<Memory>();
        for (var round = 0; round < (quick ? 1 : Rounds); round++)
        {
            Report.Progress($"Speed: round {round + 1}.");
            foreach (var comparison in comparisons)
                await comparison.MeasureAsync(house, limits, quick ? Quick : Round, round);
            memory.Add(Memory.Of(house.App.Id));
        }

        Report.Paragraph($"**{census.Visitors.Count} × {census.Visitors[0]} applications**, a random person for each request:");
        Comparison.Begin();
        foreach (var comparison in comparisons)
            comparison.Print();
        Report.Paragraph($"Memory under this load: {Memory.UnderLoad(memory)}");

        Report.Progress("Speed: times at a fixed rate.");
        Report.Paragraph(
            $"Times of JobTracker's answers at half of that rate, each counted from the moment in which its request should have been sent:"
        );
        Latencies.Begin();
        foreach (var comparison in comparisons)
            await Latencies.PrintAsync(house, comparison, quick);
    }

    // wrk counts in whole seconds.
    private static TimeSpan Seconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private static async Task ListAsync(JobTrackerDb db, UserId owner)
    {
        var t = new StringLocalizer<Texts>(
            new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)
        );
        await new ListApplications(db, new ListApplications.Rules(t), TimeProvider.System, t).RunAsync(
            owner,
            new ListApplications.Input(),
            CancellationToken.None
        );
    }
}
