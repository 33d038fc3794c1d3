namespace JobTracker.Benchmarks.Coach;

/// <summary>What the site adds to a provider's time, and how fast Stop reaches it.</summary>
internal static class CoachTimes
{
    public static async Task RunAsync(int rounds)
    {
        Table.Begin("coach: time in ms");
        await using var stage = await CoachStage.StartAsync();
        var direct = await FirstByte.FromProviderAsync(stage, rounds);
        var through = await FirstByte.ThroughSiteAsync(stage, rounds);
        Table.Row("provider's first byte → a reader's, read from the provider itself", direct);
        Table.Row("provider's first byte → a reader's, through the site", through);
        Table.Row("Stop pressed → the provider sees the line closed", await StopTime.MeasureAsync(stage, rounds));
    }
}
