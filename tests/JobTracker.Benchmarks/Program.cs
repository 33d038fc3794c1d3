using JobTracker.Benchmarks;
using JobTracker.Benchmarks.Accounts;
using JobTracker.Benchmarks.Coach;
using JobTracker.Benchmarks.Export;
using JobTracker.Benchmarks.Load;
using JobTracker.Benchmarks.Statistics;

// dotnet run -c Release --project tests/JobTracker.Benchmarks [-- [BENCHMARK] [--quick] [--without-l] [--app FOLDER]]
// The test host looks for the site's content by a file in the current folder.
try
{
    var choice = Choice.Of(args);
    Needs.Check(choice);
    Environment.CurrentDirectory = AppContext.BaseDirectory;
    var rounds = choice.Quick ? 12 : 200;
    switch (choice.Command)
    {
        case "coach":
            await CoachTimes.RunAsync(rounds);
            break;
        case "export":
            await ExportSize.RunAsync(choice.Quick);
            break;
        case "enumeration":
            await EnumerationTime.RunAsync(rounds);
            break;
        case "statistics":
            await OverviewTime.RunAsync(choice, rounds);
            break;
        default:
            await Performance.RunAsync(choice);
            break;
    }
    return 0;
}
catch (UsageException impossible)
{
    await Console.Error.WriteLineAsync(impossible.Message);
    return 1;
}
catch (Exception trouble)
{
    // Left alone it would end the process at once, and PostgreSQL and the app would stay.
    await Console.Error.WriteLineAsync(trouble is BadAnswerException ? trouble.Message : trouble.ToString());
    return 1;
}
