using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Features.Transfer.Document;

namespace JobTracker.Features.Transfer.Export;

/// <summary>The stored fields of an application as columns, for the files that are tables. Their names are part of the format: the import finds them.</summary>
internal static class ApplicationTable
{
    public static readonly TableColumn<KeptApplication>[] Columns =
    [
        new("id", row => Cell.Of(row.Id)),
        new("company", row => Cell.Of(row.Company), Width: 28),
        new("position", row => Cell.Of(row.Position), Width: 34),
        new("employment_type", row => Cell.Word(row.EmploymentType)),
        new("location", row => Cell.Of(row.Location), Width: 24),
        new("channel", row => Cell.Word(row.Channel)),
        new("link", row => Cell.Of(row.Link), Width: 34),
        new("salary", row => Cell.Of(row.Salary)),
        new("contact", row => Cell.Of(row.Contact), Width: 24),
        new("status", row => Cell.Word<Applications.ApplicationStatus>(row.Status)),
        new("due_on", row => Cell.Of(row.DueOn)),
        new("applied_on", row => Cell.Of(row.AppliedOn)),
        new("responded_on", row => Cell.Of(row.RespondedOn)),
        new("follow_up_on", row => Cell.Of(row.FollowUpOn)),
        new("last_follow_up_on", row => Cell.Of(row.LastFollowUpOn)),
        new("comment", row => Cell.Of(row.Comment), Width: 40),
        new("posting", row => Cell.Of(row.Posting), Width: 40, Most: 100_000),
        new("posting_captured_at", row => Cell.Of(row.PostingCapturedAt), Width: 20),
        new("is_favorite", row => Cell.Of(row.IsFavorite)),
        new("created_at", row => Cell.Of((DateTimeOffset?)row.CreatedAt), Width: 20),
        new("updated_at", row => Cell.Of((DateTimeOffset?)row.UpdatedAt), Width: 20),
    ];
}
