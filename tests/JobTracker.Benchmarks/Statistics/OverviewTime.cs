using System.Diagnostics;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;

namespace JobTracker.Benchmarks.Statistics;

/// <summary>All figures at once, asked of the site and of the database by itself, in turns, so that both meet the same machine.</summary>
internal static class OverviewTime
{
    private const int Turns = 4;
    private const string Address = "/api/statistics/overview";

    public static async Task RunAsync(int rounds)
    {
        await using var house = await FullHouse.StartAsync();
        var today = DateOnly.FromDateTime(house.App.Clock.GetUtcNow().DateTime);
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

    private static async Task CompareAsync(FullHouse house, string name, string address, Period period, DateOnly today, int rounds)
    {
        var statement = new BareStatement(house.App.ConnectionString, CountingSql.Of(new UserId(house.User.Id), period, today));
        var site = new List<TimeSpan>();
        var bare = new List<TimeSpan>();
        await AskAsync(house, address, rounds: 3);
        for (var turn = 0; turn < Turns; turn++)
        {
            bare.AddRange(await statement.MeasureAsync(rounds / Turns));
            site.AddRange(await AskAsync(house, address, rounds / Turns));
        }
        Table.Begin($"statistics, {name}: time in ms");
        Table.Row($"the statement by {BareStatement.Program}", bare);
        Table.Row("the overview through the site", site);
        Console.WriteLine(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\nratio of the medians: {Median(site) / Median(bare):0.00}")
        );
    }

    private static async Task<IReadOnlyList<TimeSpan>> AskAsync(FullHouse house, string address, int rounds)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await house.User.Client.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(begun));
        }
        return times;
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;
}
