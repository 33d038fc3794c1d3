using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Interviews;

/// <summary>Everything that is good to have in sight in the five minutes before the call.</summary>
public sealed class PrepareInterview(JobTrackerDb db)
{
    /// <param name="Title">Of the note.</param>
    /// <param name="Content">Markdown.</param>
    public sealed record Note(Guid Id, string Title, string Content);

    /// <param name="Title">Of the deliverable.</param>
    public sealed record Paper(Guid Id, string Title, DeliverableState State, DateOnly? DueOn);

    /// <summary>What the interview is for.</summary>
    public sealed record Target
    {
        public required string Company { get; init; }
        public required string Position { get; init; }
        public required ApplicationStatus Status { get; init; }
        public string? Link { get; init; }
        public string? Contact { get; init; }
        public string? Salary { get; init; }
        public string? Location { get; init; }
        public string? Comment { get; init; }
        public string? Posting { get; init; }
        public DateTimeOffset? PostingCapturedAt { get; init; }
    }

    public sealed record Answer(
        InterviewDetails Row,
        Target Target,
        IReadOnlyList<Note> Notes,
        IReadOnlyList<Paper> Papers,
        IReadOnlyList<StatusChange> History
    );

    /// <summary>Four statements, whatever there is.</summary>
    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var found = await db
            .Interviews.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => new
            {
                Row = row,
                Target = new Target
                {
                    Company = row.Application!.Company,
                    Position = row.Application.Position,
                    Status = row.Application.Status,
                    Link = row.Application.Link,
                    Contact = row.Application.Contact,
                    Salary = row.Application.Salary,
                    Location = row.Application.Location,
                    Comment = row.Application.Comment,
                    Posting = row.Application.Posting,
                    PostingCapturedAt = row.Application.PostingCapturedAt,
                },
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return new NotFound();
        var application = found.Row.ApplicationId;
        return new Answer(
            InterviewDetails.Of(found.Row),
            found.Target,
            await NotesAsync(owner, application, cancel),
            await PapersAsync(owner, application, cancel),
            await db.HistoryAsync(owner, application, cancel)
        );
    }

    private async Task<IReadOnlyList<Note>> NotesAsync(UserId owner, Guid application, CancellationToken cancel) =>
        await db
            .WritingNotes.OwnedBy(owner)
            .Where(note => note.ApplicationId == application)
            .OrderByDescending(note => note.UpdatedAt)
            .ThenByDescending(note => note.Id)
            .Select(note => new Note(note.Id, note.Title, note.Content))
            .ToListAsync(cancel);

    private async Task<IReadOnlyList<Paper>> PapersAsync(UserId owner, Guid application, CancellationToken cancel) =>
        await db
            .Deliverables.OwnedBy(owner)
            .Where(paper => paper.ApplicationId == application)
            .OrderBy(paper => paper.DueOn ?? DateOnly.MaxValue)
            .ThenBy(paper => paper.Id)
            .Select(paper => new Paper(paper.Id, paper.Title, paper.State, paper.DueOn))
            .ToListAsync(cancel);
}
