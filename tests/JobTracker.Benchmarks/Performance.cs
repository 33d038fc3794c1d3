using JobTracker.Benchmarks.Growth;
using JobTracker.Benchmarks.Pages;
using JobTracker.Benchmarks.Requests;
using JobTracker.Benchmarks.Speed;
using JobTracker.Benchmarks.Starting;

namespace JobTracker.Benchmarks;

/// <summary>The figures of docs/performance.md, all or one part of them.</summary>
internal static class Performance
{
    private static readonly Dictionary<string, Func<string, bool, Task>> Parts = new(StringComparer.Ordinal)
    {
        ["startup"] = StartUp.RunAsync,
        ["speed"] = SpeedTest.RunAsync,
        ["requests"] = RequestTest.RunAsync,
        ["growth"] = GrowthTest.RunAsync,
        ["browser"] = PageTest.RunAsync,
    };

    public static async Task RunAsync(Choice choice)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await using var program = await MeasuredProgram.OfAsync(choice);
        await Machine.DescribeAsync();
        Report.Judges = !choice.Quick;
        if (choice.Quick)
            Report.Paragraph($"The short form: it shows that everything works, and none of its figures means anything.");
        foreach (var part in Choice.Parts.Where(choice.Asks))
            await Parts[part](program.Folder, choice.Quick);
        Report.Progress($"Done after {TimeProvider.System.GetElapsedTime(begun):m\\:ss} minutes.");
    }
}
