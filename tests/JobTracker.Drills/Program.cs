using System.Runtime.InteropServices;
using JobTracker.Drills;

// dotnet run --project tests/JobTracker.Drills [-- [--quick] [--list] [--app FOLDER] [NAME …]]
Choice choice;
try
{
    choice = Choice.Of(args);
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
if (choice.List)
{
    foreach (var drill in choice.Drills)
        Console.WriteLine($"{drill.Name, -18}{drill.Fault}\n{"", -18}{drill.Expects}");
    return 0;
}
if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The drills need Linux: they freeze processes, read /proc and fill small disks.");
    return 2;
}

using var interrupted = new CancellationTokenSource();
using var byKeyboard = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var bySystem = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var results = await Exercise.RunAsync(choice, interrupted.Token);
    Console.WriteLine($"\n{Table.Of(results)}");
    var failed = results.Where(result => result.Findings.Failures.Count > 0).Select(result => result.Drill.Name).ToList();
    Console.WriteLine(failed.Count == 0 ? "\nEverything that ran holds." : $"\nFailed: {string.Join(", ", failed)}");
    return failed.Count == 0 ? 0 : 1;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    Console.Error.WriteLine("Interrupted; everything was stopped and removed.");
    return 130;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    interrupted.Cancel();
}
