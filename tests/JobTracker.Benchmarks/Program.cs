using JobTracker.Benchmarks;
using JobTracker.Benchmarks.Accounts;
using JobTracker.Benchmarks.Coach;
using JobTracker.Benchmarks.Export;
using JobTracker.Benchmarks.Statistics;

// dotnet run -c Release --project tests/JobTracker.Benchmarks [-- [statistics|export|enumeration] [--quick]]
// The test host looks for the site's content by a file in the current folder.
Environment.CurrentDirectory = AppContext.BaseDirectory;
var rounds = args.Contains("--quick", StringComparer.Ordinal) ? 12 : 200;
if (args.Contains("export", StringComparer.Ordinal))
{
    await ExportSize.RunAsync(args.Contains("--quick", StringComparer.Ordinal));
    return;
}
if (args.Contains("statistics", StringComparer.Ordinal))
{
    await OverviewTime.RunAsync(rounds);
    return;
}
if (args.Contains("enumeration", StringComparer.Ordinal))
{
    await EnumerationTime.RunAsync(rounds);
    return;
}
Table.Begin("coach: time in ms");
await using var stage = await CoachStage.StartAsync();
var direct = await FirstByte.FromProviderAsync(stage, rounds);
var through = await FirstByte.ThroughSiteAsync(stage, rounds);
Table.Row("provider's first byte → a reader's, read from the provider itself", direct);
Table.Row("provider's first byte → a reader's, through the site", through);
Table.Row("Stop pressed → the provider sees the line closed", await StopTime.MeasureAsync(stage, rounds));
