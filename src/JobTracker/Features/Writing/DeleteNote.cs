using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Writing;

/// <summary>Deletes a note. Deliverables that were copied from it keep their text and forget where it came from.</summary>
public sealed class DeleteNote(JobTrackerDb db, TimeProvider clock)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, int? ifVersion, CancellationToken cancel)
    {
        var now = clock.Now();
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockNoteAsync(owner, id, cancel) is not { } note)
            return new NotFound();
        if (ifVersion is { } seen && seen != note.Version)
            return new Stale(NoteDetails.Of(note));
        await db
            .Deliverables.OwnedBy(owner)
            // Those of deleted applications too: they may be restored, and would hold the note until then.
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(row => row.SourceWritingId == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.SourceWritingId, (Guid?)null)
                        .SetProperty(row => row.UpdatedAt, now)
                        .SetProperty(row => row.Version, row => row.Version + 1),
                cancel
            );
        db.Remove(note);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
