using JobTracker.Drills.Checks;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;
using Npgsql;

namespace JobTracker.Drills.Faults;

/// <summary>No room for the write-ahead log: PostgreSQL panics, ends every session and comes back when there is room.</summary>
internal sealed class FullLogDisk : OnSmallDisk
{
    public override string Name => "wal-full";

    public override string Fault => "the disk of the write-ahead log is full: PostgreSQL panics";

    public override string Expects => "503 with Retry-After within 5 s, then normal by itself; nothing acknowledged is lost";

    public override bool IsInShortForm => false;

    protected override async Task<Database> StartAsync(string small, string large, CancellationToken cancel)
    {
        var database = await Database.StartAsync(large, cancel);
        try
        {
            await database.MoveWalAsync(small, cancel);
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
        // The load would fill the segment that is there; this leaves it for the next one, which finds no room.
        findings.Expect(
            await Pause.UntilAsync(() => EndSegmentAsync(stage), TimeSpan.FromSeconds(20), cancel),
            "PostgreSQL went on although there was no room for its log"
        );
        await WhileAway.ExpectAsync(stage, load.Token, findings, cancel);
    }

    /// <summary>True when PostgreSQL did not survive it.</summary>
    private static async Task<bool> EndSegmentAsync(Stage stage)
    {
        try
        {
            await stage.Database.ExecuteAsync("postgres", "select pg_switch_wal()");
            return false;
        }
        catch (NpgsqlException)
        {
            return true;
        }
    }
}
