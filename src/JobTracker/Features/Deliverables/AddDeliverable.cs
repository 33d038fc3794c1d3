using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Deliverables;

/// <summary>Adds a deliverable to an application that is there.</summary>
public sealed class AddDeliverable(JobTrackerDb db, DeliverableFacts.Rules rules, TimeProvider clock)
{
    public async Task<Outcome<DeliverableDetails>> RunAsync(UserId owner, DeliverableFacts input, CancellationToken cancel)
    {
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;

        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockAsync(owner, facts.ApplicationId!.Value, cancel) is null)
            return new NotFound();
        if (facts.SourceWritingId is { } source && await db.HoldNoteAsync(owner, source, cancel) is null)
            return new NotFound();
        var deliverable = Deliverable.Create(owner, facts, clock.Now());
        db.Add(deliverable);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return DeliverableDetails.Of(deliverable);
    }
}
