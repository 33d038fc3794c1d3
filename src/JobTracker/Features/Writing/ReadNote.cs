using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Writing;

/// <summary>One whole note.</summary>
public sealed class ReadNote(JobTrackerDb db)
{
    public async Task<Outcome<NoteDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await db.WritingNotes.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } note
            ? NoteDetails.Of(note)
            : new NotFound();
}
