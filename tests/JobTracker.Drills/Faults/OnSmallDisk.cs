using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;

namespace JobTracker.Drills.Faults;

/// <summary>A drill with a PostgreSQL of its own, a part of which lies on a disk that is filled to the last byte.</summary>
internal abstract class OnSmallDisk : Drill
{
    public override async Task<string?> ObstacleAsync(Ground ground)
    {
        await using var tried = await SmallDisk.MountAsync(ground.Folder);
        return tried is null ? "mounting a small tmpfs is not allowed here: run it as root" : null;
    }

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel)
    {
        await using var disk = (await SmallDisk.MountAsync(ground.Folder))!;
        await using var other = new Scratch(ground.Folder);
        await using var database = await StartAsync(disk.Folder, other.Folder, cancel);
        await using var stage = await Stage.BuildAsync(ground, cancel, database: database);
        await using var load = await WriteLoad.StartAsync(stage, cancel);
        await disk.FillAsync(cancel);
        await WhileFullAsync(stage, load, findings, cancel);
        await Pause.ForAsync(ground.For(0, 5), cancel);
        disk.Free();
        if (!database.Runs)
            await database.StartAgainAsync(cancel);
        var free = TimeProvider.System.GetTimestamp();
        await load.MoreAsync(1, cancel);
        findings.ExpectWithin(
            TimeProvider.System.GetElapsedTime(free),
            TimeSpan.FromSeconds(10),
            "from room on the disk to the first write"
        );
        await load.MoreAsync(80, cancel);
        findings.Take(await load.FinishAsync(cancel));
    }

    /// <summary>Starts PostgreSQL with the part in question on the small disk.</summary>
    /// <param name="small">A folder of the small disk.</param>
    /// <param name="large">A folder with room.</param>
    /// <param name="cancel">Ends the start.</param>
    protected abstract Task<Database> StartAsync(string small, string large, CancellationToken cancel);

    protected abstract Task WhileFullAsync(Stage stage, WriteLoad load, Findings findings, CancellationToken cancel);

    private sealed class Scratch(string under) : IAsyncDisposable
    {
        public string Folder { get; } = Directory.CreateDirectory(Path.Combine(under, $"room-{Guid.CreateVersion7():N}")).FullName;

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
