using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Writing;

/// <summary>Changes a note, which may move it between the bank and an application.</summary>
public sealed class EditNote(JobTrackerDb db, NoteFacts.Rules rules, TimeProvider clock)
{
    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<NoteDetails>> RunAsync(
        UserId owner,
        Guid id,
        Func<NoteFacts, Outcome<NoteFacts>> change,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockNoteAsync(owner, id, cancel) is not { } note)
            return new NotFound();
        if (ifVersion is { } seen && seen != note.Version)
            return new Stale(NoteDetails.Of(note));

        var wanted = change(note.Facts());
        if (wanted is not Done<NoteFacts> { Value: var input })
            return ((Failed<NoteFacts>)wanted).Failure;
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;
        if (facts.ApplicationId != note.ApplicationId && !await db.MayHoldNotesAsync(owner, facts.ApplicationId, cancel))
            return new NotFound();

        note.Take(facts, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return NoteDetails.Of(note);
    }
}
