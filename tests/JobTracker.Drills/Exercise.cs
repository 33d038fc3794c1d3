using JobTracker.Drills.Staging;
using JobTracker.Testing;

namespace JobTracker.Drills;

/// <summary>One run: publishes the app, starts PostgreSQL, runs the drills one after the other, and leaves nothing behind.</summary>
internal static class Exercise
{
    // No drill may hang: a fault that is not got over in that time is not got over.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(8);

    public static async Task<IReadOnlyList<(Drill Drill, Findings Findings)>> RunAsync(Choice choice, CancellationToken cancel)
    {
        var folder = Folders.New();
        try
        {
            var app = choice.App ?? (choice.Quick ? AppContext.BaseDirectory : await PublishAsync(folder, cancel));
            await using var database = await Database.StartAsync(folder, cancel);
            await using var ground = new Ground(app, folder, database, choice.Quick);
            var results = new List<(Drill, Findings)>();
            foreach (var drill in choice.Drills)
                results.Add((drill, await RunAsync(drill, ground, cancel)));
            return results;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> PublishAsync(string folder, CancellationToken cancel)
    {
        Console.WriteLine("Publishing the app…");
        var app = Path.Combine(folder, "app");
        await PublishedApp.PublishAsync(app, ahead: false, cancel);
        return app;
    }

    private static async Task<Findings> RunAsync(Drill drill, Ground ground, CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        var findings = await FindAsync(drill, ground, cancel);
        var verdict = findings switch
        {
            { Skipped: { } why } => $"skipped: {why}",
            { Failures.Count: > 0 } => "FAILED",
            _ => "good",
        };
        Console.WriteLine($"\n{drill.Name}: {verdict} ({Findings.Seconds(TimeProvider.System.GetElapsedTime(since))})");
        foreach (var failure in findings.Failures)
            Console.WriteLine($"  ! {failure}");
        foreach (var note in findings.Notes)
            Console.WriteLine($"  {note}");
        return findings;
    }

    private static async Task<Findings> FindAsync(Drill drill, Ground ground, CancellationToken cancel)
    {
        if (drill.Needs.FirstOrDefault(tool => tool.Path is null) is { } missing)
            return Findings.Skip(missing.HowToInstall);
        if (await drill.ObstacleAsync(ground) is { } obstacle)
            return Findings.Skip(obstacle);
        var findings = new Findings();
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bounded.CancelAfter(Most);
        try
        {
            await drill.RunAsync(ground, findings, bounded.Token);
        }
        catch (Exception trouble) when (!cancel.IsCancellationRequested)
        {
            // The drill itself did not get through: that is a finding like any other, and the next one has its turn.
            findings.Expect(false, $"did not get to its end: {trouble}");
        }
        if (!ground.Database.Runs)
            await ground.Database.StartAgainAsync(cancel);
        if (findings.Failures.Count > 0)
            await ground.ClearAsync();
        return findings;
    }
}
