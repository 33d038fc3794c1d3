using JobTracker.Data;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>What hangs on some applications, by application: one statement for each kind, whatever their number.</summary>
public sealed class ReadParts(JobTrackerDb db)
{
    private sealed record Part<T>(Guid Of, T Kept);

    /// <summary>Oldest first, as <see cref="Applications.StatusChange.InOrder"/> has it.</summary>
    public Task<ILookup<Guid, KeptChange>> HistoryAsync(UserId owner, Guid[] applications, CancellationToken cancel) =>
        ByApplicationAsync(
            db.StatusChanges.OwnedBy(owner)
                .Where(row => applications.Contains(row.ApplicationId))
                .OrderBy(row => row.OccurredOn)
                .ThenBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new Part<KeptChange>(
                    row.ApplicationId,
                    new KeptChange
                    {
                        Id = row.Id,
                        Status = row.Status,
                        OccurredOn = row.OccurredOn,
                        Note = row.Note,
                        CreatedAt = row.CreatedAt,
                    }
                )),
            cancel
        );

    public Task<ILookup<Guid, KeptDeliverable>> DeliverablesAsync(UserId owner, Guid[] applications, CancellationToken cancel) =>
        ByApplicationAsync(
            db.Deliverables.OwnedBy(owner)
                .Where(row => applications.Contains(row.ApplicationId))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new Part<KeptDeliverable>(
                    row.ApplicationId,
                    new KeptDeliverable
                    {
                        Id = row.Id,
                        Title = row.Title,
                        Kind = row.Kind,
                        DueOn = row.DueOn,
                        State = row.State,
                        Content = row.Content,
                        // A note of a deleted application does not go out: nothing may point at it.
                        SourceWritingId = db.WritingNotes.OwnedBy(owner).Any(note => note.Id == row.SourceWritingId)
                            ? row.SourceWritingId
                            : null,
                        CompletedAt = row.CompletedAt,
                        CreatedAt = row.CreatedAt,
                        UpdatedAt = row.UpdatedAt,
                    }
                )),
            cancel
        );

    public Task<ILookup<Guid, KeptNote>> NotesAsync(UserId owner, Guid[] applications, CancellationToken cancel) =>
        ByApplicationAsync(
            db.WritingNotes.OwnedBy(owner)
                .Where(row => row.ApplicationId != null && applications.Contains(row.ApplicationId.Value))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new Part<KeptNote>(
                    row.ApplicationId!.Value,
                    new KeptNote
                    {
                        Id = row.Id,
                        Title = row.Title,
                        Tags = row.Tags,
                        Content = row.Content,
                        CreatedAt = row.CreatedAt,
                        UpdatedAt = row.UpdatedAt,
                    }
                )),
            cancel
        );

    public Task<ILookup<Guid, KeptInterview>> InterviewsAsync(UserId owner, Guid[] applications, CancellationToken cancel) =>
        ByApplicationAsync(
            db.Interviews.OwnedBy(owner)
                .Where(row => applications.Contains(row.ApplicationId))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new Part<KeptInterview>(
                    row.ApplicationId,
                    new KeptInterview
                    {
                        Id = row.Id,
                        StartsAt = row.StartsAt,
                        TimeZone = row.TimeZone,
                        DurationMinutes = row.DurationMinutes,
                        Type = row.Type,
                        Format = row.Format,
                        Location = row.Location,
                        Status = row.Status,
                        Interviewer = row.Interviewer,
                        Comment = row.Comment,
                        Debrief = row.Debrief,
                        CreatedAt = row.CreatedAt,
                        UpdatedAt = row.UpdatedAt,
                    }
                )),
            cancel
        );

    public Task<ILookup<Guid, KeptQuestion>> QuestionsAsync(UserId owner, Guid[] applications, CancellationToken cancel) =>
        ByApplicationAsync(
            db.PreparedQuestions.OwnedBy(owner)
                .Where(row => applications.Contains(row.ApplicationId))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new Part<KeptQuestion>(
                    row.ApplicationId,
                    new KeptQuestion
                    {
                        Id = row.Id,
                        Kind = row.Kind,
                        Text = row.Text,
                        Why = row.Why,
                        Source = row.Source,
                        MadeFrom = row.MadeFrom,
                        IsEdited = row.IsEdited,
                        CreatedAt = row.CreatedAt,
                        UpdatedAt = row.UpdatedAt,
                    }
                )),
            cancel
        );

    private static async Task<ILookup<Guid, T>> ByApplicationAsync<T>(IQueryable<Part<T>> parts, CancellationToken cancel) =>
        (await parts.ToListAsync(cancel)).ToLookup(part => part.Of, part => part.Kept);
}
