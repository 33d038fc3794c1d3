using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Writing;

/// <summary>Adds a note, to the bank or to an application.</summary>
public sealed class AddNote(JobTrackerDb db, NoteFacts.Rules rules, TimeProvider clock)
{
    public async Task<Outcome<NoteDetails>> RunAsync(UserId owner, NoteFacts input, CancellationToken cancel)
    {
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;
        if (!await db.MayHoldNotesAsync(owner, facts.ApplicationId, cancel))
            return new NotFound();
        return await db.StoreAsync(WritingNote.Create(owner, facts, clock.Now()), cancel);
    }
}
