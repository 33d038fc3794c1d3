using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>What every page of one application shows above its tabs: the row, and the way it has gone.</summary>
public sealed record ApplicationHead(ApplicationDetails Row, IReadOnlyList<ReadHistory.Row> History);

/// <summary>Reads the head of an application's pages.</summary>
public sealed class ReadHead(ReadApplication read, ReadHistory readHistory)
{
    public async Task<Outcome<ApplicationHead>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(owner, id, cancel) is not Done<ApplicationDetails> { Value: var row })
            return new NotFound();
        return await readHistory.RunAsync(owner, id, cancel) is Done<Page<ReadHistory.Row>> { Value.Items: var history }
            ? new ApplicationHead(row, history)
            : new NotFound();
    }
}
