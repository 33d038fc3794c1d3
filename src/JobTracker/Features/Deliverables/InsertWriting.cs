using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>Copies a piece of writing into a deliverable, which remembers where it came from. Later changes of the writing do not reach the copy.</summary>
public sealed class InsertWriting(JobTrackerDb db, DeliverableFacts.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    public sealed record Answer(string NoteTitle, string Title);

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid deliverableId, Guid noteId, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        // The note first, as its deletion does: two requests that lock in different orders would wait for each other.
        if (await db.HoldNoteAsync(owner, noteId, cancel) is not { } note)
            return new NotFound();
        if (await db.LockDeliverableAsync(owner, deliverableId, cancel) is not { } deliverable)
            return new NotFound();

        var before = deliverable.Facts();
        var facts = before with
        {
            Content = before.Content is { } text ? $"{text}\n\n{note.Content}" : note.Content,
            SourceWritingId = note.Id,
        };
        facts = facts.Tidied();
        if (rules.Check(facts) is not null)
            return new Refused(
                nameof(DeliverableFacts.Content),
                t["Together the two texts have more than {0} characters: shorten one of them first.", DeliverableFacts.Rules.MostContent]
            );
        deliverable.Take(facts, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(note.Title, deliverable.Title);
    }
}
