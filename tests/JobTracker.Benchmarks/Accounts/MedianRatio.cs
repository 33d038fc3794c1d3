namespace JobTracker.Benchmarks.Accounts;

/// <summary>How two sets of times compare, and how sure that is: the bootstrap's 95 % interval of the ratio of their medians.</summary>
internal static class MedianRatio
{
    private const int Resamples = 2_000;
    private const int Seed = 20261121;

    public static (double Ratio, double Low, double High) Of(IReadOnlyList<TimeSpan> times, IReadOnlyList<TimeSpan> others)
    {
        var random = new Random(Seed);
        var ratios = Enumerable
            .Range(0, Resamples)
            .Select(_ => Median(Again(times, random)) / Median(Again(others, random)))
            .Order()
            .ToList();
        return (Median(times) / Median(others), ratios[Resamples / 40], ratios[^(Resamples / 40)]);
    }

    private static IEnumerable<TimeSpan> Again(IReadOnlyList<TimeSpan> times, Random random) =>
        Enumerable.Range(0, times.Count).Select(_ => times[random.Next(times.Count)]);

    private static double Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2].TotalMilliseconds;
    }
}
