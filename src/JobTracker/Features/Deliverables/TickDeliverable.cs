using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Deliverables;

/// <summary>Moves a deliverable to a state, and nothing else of it: finishes it, or opens it again.</summary>
public sealed class TickDeliverable(JobTrackerDb db, TimeProvider clock)
{
    /// <param name="Before">Where it was, for Undo.</param>
    public sealed record Answer(string Title, DeliverableState Before, DeliverableState State);

    /// <summary>Twice at once changes it once: what is there already stays as it is.</summary>
    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid id, DeliverableState state, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockDeliverableAsync(owner, id, cancel) is not { } deliverable)
            return new NotFound();
        var before = deliverable.State;
        if (before != state)
            deliverable.MoveTo(state, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(deliverable.Title, before, state);
    }
}
