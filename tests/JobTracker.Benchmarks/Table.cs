using System.Globalization;

namespace JobTracker.Benchmarks;

/// <summary>Results as Markdown.</summary>
internal static class Table
{
    public static void Begin(string title)
    {
        Console.WriteLine($"\n| {title} | n | median | 95th percentile | range |");
        Console.WriteLine("|---|---|---|---|---|");
    }

    public static void Row(string name, IReadOnlyList<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine($"| {name} | {sorted.Count} | {At(0.5)} | {At(0.95)} | {At(0)}–{At(1)} |");

        string At(double share) =>
            sorted[(int)Math.Round((sorted.Count - 1) * share)].TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
