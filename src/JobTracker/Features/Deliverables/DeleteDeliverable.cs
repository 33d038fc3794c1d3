using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Deliverables;

/// <summary>Deletes a deliverable for good.</summary>
public sealed class DeleteDeliverable(JobTrackerDb db)
{
    public async Task<Outcome<DeliverableDetails>> RunAsync(UserId owner, Guid id, int? ifVersion, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockDeliverableAsync(owner, id, cancel) is not { } deliverable)
            return new NotFound();
        if (ifVersion is { } seen && seen != deliverable.Version)
            return new Stale(DeliverableDetails.Of(deliverable));
        db.Remove(deliverable);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return DeliverableDetails.Of(deliverable);
    }
}
