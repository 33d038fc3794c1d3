using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Writing;

namespace JobTracker.Features.Transfer.Export;

/// <summary>A part with the application that it belongs to; without one for the writing bank's notes.</summary>
internal sealed record Belonging<T>(KeptApplication? Application, T Part);

/// <summary>The columns of the sheets beside the applications'.</summary>
internal static class PartTables
{
    public static readonly TableColumn<Belonging<KeptChange>>[] History =
    [
        .. Begin<KeptChange>(part => part.Id),
        new("status", row => Cell.Word<Applications.ApplicationStatus>(row.Part.Status)),
        new("occurred_on", row => Cell.Of((DateOnly?)row.Part.OccurredOn)),
        new("note", row => Cell.Of(row.Part.Note), Width: 40),
        Instant<KeptChange>("created_at", part => part.CreatedAt),
    ];

    public static readonly TableColumn<Belonging<KeptDeliverable>>[] Deliverables =
    [
        .. Begin<KeptDeliverable>(part => part.Id),
        new("title", row => Cell.Of(row.Part.Title), Width: 34),
        new("kind", row => Cell.Word<Features.Deliverables.DeliverableKind>(row.Part.Kind)),
        new("due_on", row => Cell.Of(row.Part.DueOn)),
        new("state", row => Cell.Word<Features.Deliverables.DeliverableState>(row.Part.State)),
        new("content", row => Cell.Of(row.Part.Content), Width: 40, Most: 50_000),
        new("source_writing_id", row => row.Part.SourceWritingId is { } source ? Cell.Of(source) : default),
        Instant<KeptDeliverable>("completed_at", part => part.CompletedAt),
        Instant<KeptDeliverable>("created_at", part => part.CreatedAt),
        Instant<KeptDeliverable>("updated_at", part => part.UpdatedAt),
    ];

    public static readonly TableColumn<Belonging<KeptInterview>>[] Interviews =
    [
        .. Begin<KeptInterview>(part => part.Id),
        Instant<KeptInterview>("starts_at", part => part.StartsAt),
        new("time_zone", row => Cell.Of(row.Part.TimeZone), Width: 20),
        new("duration_minutes", row => Cell.Of((int?)row.Part.DurationMinutes)),
        new("type", row => Cell.Word<Features.Interviews.InterviewType>(row.Part.Type)),
        new("format", row => Cell.Word<Features.Interviews.InterviewFormat>(row.Part.Format)),
        new("location", row => Cell.Of(row.Part.Location), Width: 34),
        new("status", row => Cell.Word<Features.Interviews.InterviewStatus>(row.Part.Status)),
        new("interviewer", row => Cell.Of(row.Part.Interviewer), Width: 24),
        new("comment", row => Cell.Of(row.Part.Comment), Width: 40),
        new("debrief", row => Cell.Of(row.Part.Debrief), Width: 40),
        Instant<KeptInterview>("created_at", part => part.CreatedAt),
        Instant<KeptInterview>("updated_at", part => part.UpdatedAt),
    ];

    public static readonly TableColumn<Belonging<KeptNote>>[] Writing =
    [
        .. Begin<KeptNote>(part => part.Id),
        new("title", row => Cell.Of(row.Part.Title), Width: 34),
        new("tags", row => Cell.Of(TagLine.Of(row.Part.Tags)), Width: 24),
        new("content", row => Cell.Of(row.Part.Content), Width: 40, Most: 50_000),
        Instant<KeptNote>("created_at", part => part.CreatedAt),
        Instant<KeptNote>("updated_at", part => part.UpdatedAt),
    ];

    /// <summary>A session without entries has a row of its own.</summary>
    public static readonly TableColumn<(KeptSession Session, KeptEntry? Entry)>[] Sessions =
    [
        new("session_id", row => Cell.Of(row.Session.Id)),
        new("started_at", row => Cell.Of((DateTimeOffset?)row.Session.StartedAt), Width: 20),
        new("finished_at", row => Cell.Of(row.Session.FinishedAt), Width: 20),
        new("id", row => row.Entry is { } entry ? Cell.Of(entry.Id) : default),
        new("company", row => Cell.Of(row.Entry?.Company), Width: 28),
        new("city", row => Cell.Of(row.Entry?.City), Width: 24),
        new("mission", row => Cell.Of(row.Entry?.Mission), Width: 34),
        new("link", row => Cell.Of(row.Entry?.Link), Width: 34),
        new("created_at", row => Cell.Of(row.Entry?.CreatedAt), Width: 20),
        new("added_at", row => Cell.Of(row.Entry?.AddedAt), Width: 20),
    ];

    /// <summary>Company and position stand there for people.</summary>
    private static TableColumn<Belonging<T>>[] Begin<T>(Func<T, Guid> id) =>
        [
            new("id", row => Cell.Of(id(row.Part))),
            new("application_id", row => row.Application is { } application ? Cell.Of(application.Id) : default),
            new("company", row => Cell.Of(row.Application?.Company), Width: 28),
            new("position", row => Cell.Of(row.Application?.Position), Width: 34),
        ];

    private static TableColumn<Belonging<T>> Instant<T>(string name, Func<T, DateTimeOffset?> of) =>
        new(name, row => Cell.Of(of(row.Part)), Width: 20);
}
