using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>What every page of one application shows above its tabs: the row, and the way it has gone.</summary>
public sealed record ApplicationHead(ApplicationDetails Row, IReadOnlyList<ReadHistory.Row> History);

/// <summary>Reads the head of an application's pages.</summary>
public sealed class ReadHead(JobTrackerDb db, ReadApplication read)
{
    public async Task<Outcome<ApplicationHead>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await read.RunAsync(owner, id, cancel) is Done<ApplicationDetails> { Value: var row }
            ? new ApplicationHead(row, await db.WayAsync(owner, id, cancel))
            : new NotFound();
}
