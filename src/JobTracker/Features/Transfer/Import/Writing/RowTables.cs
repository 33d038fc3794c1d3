using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Writing;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>A row of a file with whose it is and what it hangs on.</summary>
/// <param name="Under">The application, conversation or session; null in the bank.</param>
internal readonly record struct Owned<T>(Guid Owner, Guid? Under, T Row);

/// <summary>Where the parts of an application go. What is derived comes from the same functions as in the entities.</summary>
internal static class RowTables
{
    private const int First = 1;

    public static readonly Columns<Owned<KeptApplication>> Applications = new Columns<Owned<KeptApplication>>("applications")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Text("company", own => own.Row.Company)
        .Text("position", own => own.Row.Position)
        .Word("employment_type", own => own.Row.EmploymentType)
        .Text("location", own => own.Row.Location)
        .Word("channel", own => own.Row.Channel)
        .Text("link", own => own.Row.Link)
        .Long("link_hash", own => LinkKey.HashOf(own.Row.Link))
        .Text("salary", own => own.Row.Salary)
        .Text("contact", own => own.Row.Contact)
        .Word("status", own => own.Row.Status)
        .Day("due_on", own => own.Row.DueOn)
        .Day("applied_on", own => own.Row.AppliedOn)
        .Day("responded_on", own => own.Row.RespondedOn)
        .Day("follow_up_on", own => own.Row.FollowUpOn)
        .Day("last_follow_up_on", own => own.Row.LastFollowUpOn)
        .Text("comment", own => own.Row.Comment)
        .Text("posting", own => own.Row.Posting)
        .Instant("posting_captured_at", own => own.Row.PostingCapturedAt)
        .Flag("is_favorite", own => own.Row.IsFavorite)
        .Text("company_key", own => Folding.Fold(own.Row.Company))
        .Text(
            "search_text",
            own => JobApplication.SearchTextOf(own.Row.Company, own.Row.Position, own.Row.Location, own.Row.Comment, own.Row.Posting)
        )
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("updated_at", own => own.Row.UpdatedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptChange>> Changes = new Columns<Owned<KeptChange>>("status_changes")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Word("status", own => own.Row.Status)
        .Day("occurred_on", own => own.Row.OccurredOn)
        .Text("note", own => own.Row.Note)
        .Instant("created_at", own => own.Row.CreatedAt);

    public static readonly Columns<Owned<KeptNote>> Notes = new Columns<Owned<KeptNote>>("writing_notes")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Text("title", own => own.Row.Title)
        .Texts("tags", own => own.Row.Tags)
        .Text("content", own => own.Row.Content)
        .Text("search_text", own => WritingNote.SearchTextOf(own.Row.Title, own.Row.Tags, own.Row.Content))
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("updated_at", own => own.Row.UpdatedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptDeliverable>> Deliverables = new Columns<Owned<KeptDeliverable>>("deliverables")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Text("title", own => own.Row.Title)
        .Word("kind", own => own.Row.Kind)
        .Day("due_on", own => own.Row.DueOn)
        .Word("state", own => own.Row.State)
        .Text("content", own => own.Row.Content)
        .Id("source_writing_id", own => own.Row.SourceWritingId)
        .Instant("completed_at", own => own.Row.CompletedAt)
        .Text("search_text", own => Deliverable.SearchTextOf(own.Row.Title, own.Row.Content))
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("updated_at", own => own.Row.UpdatedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptInterview>> Interviews = new Columns<Owned<KeptInterview>>("interviews")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Instant("starts_at", own => own.Row.StartsAt)
        .Text("time_zone", own => own.Row.TimeZone)
        .Number("duration_minutes", own => own.Row.DurationMinutes)
        .Word("type", own => own.Row.Type)
        .Word("format", own => own.Row.Format)
        .Text("location", own => own.Row.Location)
        .Word("status", own => own.Row.Status)
        .Text("interviewer", own => own.Row.Interviewer)
        .Text("comment", own => own.Row.Comment)
        .Text("debrief", own => own.Row.Debrief)
        .Text("search_text", own => Interview.SearchTextOf(own.Row.Location, own.Row.Interviewer, own.Row.Comment, own.Row.Debrief))
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("updated_at", own => own.Row.UpdatedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptFile>> Files = new Columns<Owned<KeptFile>>("files")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Text("name", own => own.Row.Name)
        .Text("media_type", own => own.Row.MediaType)
        .Long("size", own => own.Row.Size)
        .Instant("created_at", own => own.Row.CreatedAt);

    public static readonly Columns<Owned<KeptSession>> Sessions = new Columns<Owned<KeptSession>>("search_sessions")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Number("entries", own => own.Row.Entries.Count)
        .Instant("started_at", own => own.Row.StartedAt)
        .Instant("finished_at", own => own.Row.FinishedAt);

    public static readonly Columns<Owned<KeptEntry>> Entries = new Columns<Owned<KeptEntry>>("search_entries")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("session_id", own => own.Under)
        .Text("company", own => own.Row.Company)
        .Text("city", own => own.Row.City)
        .Text("mission", own => own.Row.Mission)
        .Text("link", own => own.Row.Link)
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("added_at", own => own.Row.AddedAt)
        .Number("version", _ => First);
}
