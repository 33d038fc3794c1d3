using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>Makes a second note of one: to begin a variant, or to take a text of the bank over to an application. The first stays as it is.</summary>
public sealed class CopyNote(JobTrackerDb db, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <summary>In the same place, with a title that says so.</summary>
    public Task<Outcome<NoteDetails>> BesideAsync(UserId owner, Guid id, CancellationToken cancel) =>
        CopyAsync(owner, id, facts => facts with { Title = Marked(facts.Title!) }, cancel);

    /// <summary>To an application, under its own title.</summary>
    public Task<Outcome<NoteDetails>> IntoAsync(UserId owner, Guid id, Guid applicationId, CancellationToken cancel) =>
        CopyAsync(owner, id, facts => facts with { ApplicationId = applicationId }, cancel);

    private async Task<Outcome<NoteDetails>> CopyAsync(UserId owner, Guid id, Func<NoteFacts, NoteFacts> change, CancellationToken cancel)
    {
        if (await db.WritingNotes.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } note)
            return new NotFound();
        var facts = change(note.Facts());
        if (!await db.MayHoldNotesAsync(owner, facts.ApplicationId, cancel))
            return new NotFound();
        return await db.StoreAsync(WritingNote.Create(owner, facts, clock.Now()), cancel);
    }

    private string Marked(string title)
    {
        var marked = t["{0} (copy)", title].Value;
        return marked.Length <= NoteFacts.Rules.MostTitle ? marked : title;
    }
}
