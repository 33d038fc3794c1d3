using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>Changes a deliverable; everything but its application.</summary>
public sealed class EditDeliverable(JobTrackerDb db, DeliverableFacts.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<DeliverableDetails>> RunAsync(
        UserId owner,
        Guid id,
        Func<DeliverableFacts, Outcome<DeliverableFacts>> change,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockDeliverableAsync(owner, id, cancel) is not { } deliverable)
            return new NotFound();
        if (ifVersion is { } seen && seen != deliverable.Version)
            return new Stale(DeliverableDetails.Of(deliverable));

        var wanted = change(deliverable.Facts());
        if (wanted is not Done<DeliverableFacts> { Value: var input })
            return ((Failed<DeliverableFacts>)wanted).Failure;
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;
        if (facts.ApplicationId != deliverable.ApplicationId)
            return new Refused(nameof(DeliverableFacts.ApplicationId), t["A deliverable stays with its application."]);
        if (
            facts.SourceWritingId is { } source
            && source != deliverable.SourceWritingId
            && await db.HoldNoteAsync(owner, source, cancel) is null
        )
            return new NotFound();

        deliverable.Take(facts, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return DeliverableDetails.Of(deliverable);
    }
}
