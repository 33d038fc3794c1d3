using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;

namespace JobTracker.Benchmarks.Speed;

/// <summary>How long answers take while the site is busy but not full.</summary>
internal static class Latencies
{
    /// <summary>Of what the site can do at most.</summary>
    private const double Share = 0.5;

    private static readonly TimeSpan Full = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    public static void Begin() => Report.Head("work", "requests", "a second", "50 %", "95 %", "99 %", "99.9 %", "longest");

    public static async Task PrintAsync(House house, Comparison comparison, bool quick)
    {
        var rows = comparison.Table is null ? 0 : await Furniture.CountAsync(house.ConnectionString, comparison.Table);
        var result = await SteadyLoad.RunAsync(house.Site, comparison.OfApp, comparison.AppPerSecond * Share, quick ? Quick : Full);
        if (comparison.Table is not null)
            Check(comparison, await Furniture.CountAsync(house.ConnectionString, comparison.Table) - rows, result.Times.Count + 1);
        Report.Row(
            comparison.Name,
            $"{result.Times.Count}",
            In(result.PerSecond, "0"),
            Ms(result.At(0.5)),
            Ms(result.At(0.95)),
            Ms(result.At(0.99)),
            // One in a thousand needs some thousands to be one.
            result.Times.Count < 2_000
                ? "–"
                : Ms(result.At(0.999)),
            Ms(result.Times[^1])
        );
    }

    // With the one that was looked at before. Here every answer was waited for: the numbers are the same to the row.
    private static void Check(Comparison comparison, long rows, int answers)
    {
        if (rows != answers)
            throw new BadAnswerException($"{comparison.Name}: {answers} were said to be added, and {rows} are there.");
    }

    private static string Ms(TimeSpan time) => $"{In(time.TotalMilliseconds, "0.0")} ms";

    private static string In(double value, string format) => value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
