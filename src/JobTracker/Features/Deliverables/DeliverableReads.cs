using JobTracker.Data;
using JobTracker.Features.Writing;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Deliverables;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class DeliverableReads
{
    /// <summary>The row, locked until the transaction ends: changes of one deliverable follow each other.</summary>
    public static Task<Deliverable?> LockDeliverableAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .Deliverables.FromSql($"select * from deliverables where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    /// <summary>The note to copy from. It cannot be deleted until the transaction ends, so that its deliverable never names one that is gone.</summary>
    public static Task<WritingNote?> HoldNoteAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .WritingNotes.FromSql($"select * from writing_notes where user_id = {owner.Value} and id = {id} for key share")
            .OwnedBy(owner)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
}
