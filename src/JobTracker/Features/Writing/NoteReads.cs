using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Writing;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class NoteReads
{
    /// <summary>The row, locked until the transaction ends: changes of one note follow each other.</summary>
    public static Task<WritingNote?> LockNoteAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .WritingNotes.FromSql($"select * from writing_notes where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    /// <summary>True for the bank, and for an application of this person that is not deleted.</summary>
    public static async Task<bool> MayHoldNotesAsync(this JobTrackerDb db, UserId owner, Guid? applicationId, CancellationToken cancel) =>
        applicationId is not { } id || await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == id, cancel);

    /// <summary>Stores a new note.</summary>
    public static async Task<Outcome<NoteDetails>> StoreAsync(this JobTrackerDb db, WritingNote note, CancellationToken cancel)
    {
        db.Add(note);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException orphan) when (orphan.MissesAccount())
        {
            return new AccountGone();
        }
        return NoteDetails.Of(note);
    }
}
