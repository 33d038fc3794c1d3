using JobTracker.Benchmarks.Accounts;
using JobTracker.Benchmarks.Coach;
using JobTracker.Benchmarks.Export;
using JobTracker.Benchmarks.Speed;
using JobTracker.Benchmarks.Statistics;

// dotnet run -c Release --project tests/JobTracker.Benchmarks [-- [speed|coach|statistics|export|enumeration] [--quick]]
// The test host looks for the site's content by a file in the current folder.
Environment.CurrentDirectory = AppContext.BaseDirectory;
var quick = args.Contains("--quick", StringComparer.Ordinal);
var rounds = quick ? 12 : 200;
switch (args.FirstOrDefault(argument => !argument.StartsWith('-')))
{
    case null or "speed":
        return await SpeedTest.RunAsync(quick);
    case "coach":
        await CoachTimes.RunAsync(rounds);
        return 0;
    case "statistics":
        await OverviewTime.RunAsync(rounds);
        return 0;
    case "export":
        await ExportSize.RunAsync(quick);
        return 0;
    case "enumeration":
        await EnumerationTime.RunAsync(rounds);
        return 0;
    case var unknown:
        await Console.Error.WriteLineAsync($"There is no benchmark {unknown}: use speed, coach, statistics, export or enumeration.");
        return 1;
}
