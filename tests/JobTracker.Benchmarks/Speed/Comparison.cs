using System.Globalization;

namespace JobTracker.Benchmarks.Speed;

/// <summary>The same work, done by the app and by the least that could do it.</summary>
/// <param name="Name">As the budget calls it.</param>
/// <param name="Budget">The share of the limit's rate that the app has to reach.</param>
/// <param name="OfApp">What is asked of the app.</param>
/// <param name="OfLimit">What is asked of the limit.</param>
internal sealed record Comparison(string Name, double Budget, Work OfApp, Work OfLimit)
{
    private readonly List<(Wrk.Result App, Wrk.Result Limit, TimeSpan Processor)> rounds = [];

    /// <summary>One round: both, one after the other, the first one in turns.</summary>
    public async Task MeasureAsync(House house, Limits limits, TimeSpan time, bool appFirst)
    {
        Wrk.Result? limit = null;
        if (!appFirst)
            limit = await Wrk.RunAsync(limits.Site, OfLimit, time);
        var before = house.App.ProcessorTime;
        var app = await Wrk.RunAsync(house.Site, OfApp, time);
        var processor = house.App.ProcessorTime - before;
        limit ??= await Wrk.RunAsync(limits.Site, OfLimit, time);
        if (app.Failed > 0 || limit.Failed > 0)
            throw new InvalidOperationException($"{Name}: {app.Failed} answers of the app and {limit.Failed} of the limit failed.");
        if (app.Requests == 0 || limit.Requests == 0)
            throw new InvalidOperationException(
                $"{Name}: nothing was answered in {time.TotalSeconds} s; the machine is too busy to measure."
            );
        rounds.Add((app, limit, processor));
    }

    public static string Head =>
        "| work | budget | share of the limit: median (range) | limit, /s | app, /s | app at full load: median, 99 % | processor a request | bytes, limit / app |\n"
        + "|---|---|---|---|---|---|---|---|";

    public override string ToString()
    {
        var shares = rounds.Select(round => round.App.PerSecond / round.Limit.PerSecond).Order().ToList();
        var median = shares[shares.Count / 2];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | ≥ {Budget:0.0} | {(median >= Budget ? "" : "**")}{median:0.00}{(median >= Budget ? "" : "**")} ({shares[0]:0.00}–{shares[^1]:0.00}) "
                + $"| {Median(round => round.Limit.PerSecond):0} | {Median(round => round.App.PerSecond):0} "
                + $"| {Median(round => round.App.Median.TotalMilliseconds):0.0} ms, {Median(round => round.App.Slowest.TotalMilliseconds):0.0} ms "
                + $"| {Median(round => round.Processor.TotalMicroseconds / round.App.Requests):0} µs "
                + $"| {Median(round => round.Limit.BytesEach):0} / {Median(round => round.App.BytesEach):0} |"
        );
    }

    private double Median(Func<(Wrk.Result App, Wrk.Result Limit, TimeSpan Processor), double> of) =>
        rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
