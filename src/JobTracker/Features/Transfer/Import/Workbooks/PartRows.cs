using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Tables;
using JobTracker.Features.Writing;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>Rows of the other sheets. A row without an id is a new one.</summary>
internal static class PartRows
{
    public static KeptChange Change(RowReading row, ReadingTerms terms) =>
        new()
        {
            Id = IdOf(row, terms),
            Status = Needed(row, "status", row.Word<ApplicationStatus>("status"), terms),
            OccurredOn = Needed(row, "occurred_on", row.Day("occurred_on"), terms),
            Note = row.Optional("note"),
            CreatedAt = row.Instant("created_at") ?? terms.Now,
        };

    public static KeptDeliverable Deliverable(RowReading row, ReadingTerms terms) =>
        new()
        {
            Id = IdOf(row, terms),
            Title = row.Text("title"),
            Kind = row.Word<DeliverableKind>("kind") ?? DeliverableKind.Other,
            DueOn = row.Day("due_on"),
            State = row.Word<DeliverableState>("state") ?? DeliverableState.NotStarted,
            Content = row.Optional("content"),
            SourceWritingId = row.Id("source_writing_id"),
            CompletedAt = row.Instant("completed_at"),
            CreatedAt = row.Instant("created_at") ?? terms.Now,
            UpdatedAt = row.Instant("updated_at") ?? terms.Now,
        };

    public static KeptInterview Interview(RowReading row, ReadingTerms terms) =>
        new()
        {
            Id = IdOf(row, terms),
            StartsAt = Needed(row, "starts_at", row.Instant("starts_at"), terms),
            TimeZone = row.Optional("time_zone") ?? terms.Zone,
            DurationMinutes = row.Number("duration_minutes") ?? InterviewFacts.Rules.UsualDuration,
            Type = row.Word<InterviewType>("type") ?? InterviewType.Other,
            Format = row.Word<InterviewFormat>("format") ?? InterviewFormat.Video,
            Location = row.Optional("location"),
            Status = row.Word<InterviewStatus>("status") ?? InterviewStatus.Planned,
            Interviewer = row.Optional("interviewer"),
            Comment = row.Optional("comment"),
            Debrief = row.Optional("debrief"),
            CreatedAt = row.Instant("created_at") ?? terms.Now,
            UpdatedAt = row.Instant("updated_at") ?? terms.Now,
        };

    public static KeptNote Note(RowReading row, ReadingTerms terms) =>
        new()
        {
            Id = IdOf(row, terms),
            Title = row.Text("title"),
            Tags = TagLine.Read(row.Text("tags")),
            Content = row.Text("content"),
            CreatedAt = row.Instant("created_at") ?? terms.Now,
            UpdatedAt = row.Instant("updated_at") ?? terms.Now,
        };

    private static Guid IdOf(RowReading row, ReadingTerms terms) => row.Id("id") ?? Guid.CreateVersion7(terms.Now);

    private static T Needed<T>(RowReading row, string field, T? value, ReadingTerms terms)
        where T : struct
    {
        if (value is null)
            row.Refuse(field, terms.T["This field is missing."]);
        return value ?? default;
    }
}
