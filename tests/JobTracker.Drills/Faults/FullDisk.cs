using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>No room for tables: PostgreSQL refuses what would need more, and goes on with everything else.</summary>
internal sealed class FullDisk : OnSmallDisk
{
    public override string Name => "disk-full";

    public override string Fault => "the disk of the tables is full";

    public override string Expects => "writes get 503, reads go on; nothing acknowledged is lost";

    protected override async Task<Database> StartAsync(string small, string large, CancellationToken cancel)
    {
        var database = await Database.StartAsync(small, cancel);
        try
        {
            await database.MoveWalAsync(large, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    protected override async Task WhileFullAsync(Stage stage, WriteLoad load, Findings findings, CancellationToken cancel)
    {
        // The pages that are there already have some room.
        findings.Expect(
            await Pause.UntilAsync(
                () => Task.FromResult(load.Tally.ByKind.GetValueOrDefault("503") > 20),
                TimeSpan.FromSeconds(60),
                cancel
            ),
            "writes went on although the disk was full"
        );
        foreach (var process in stage.Both)
        {
            using var client = process.Client();
            foreach (var (path, token) in new[] { ("/api/applications", load.Token), ("/health/live", null), ("/health/ready", null) })
            {
                var answer = await Asking.AskAsync(client, HttpMethod.Get, path, cancel, token);
                findings.Expect(answer.Status == 200, $"{path}: {answer.Status} while the disk was full");
            }
        }
    }
}
