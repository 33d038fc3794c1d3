using JobTracker.Features.Applications;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Foreign;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>The applications of this site's own tables: every stored field is a column.</summary>
internal static class OwnTable
{
    private const string HistoryColumn = "history";

    /// <summary>The columns of the export, by the names that they have in text.</summary>
    public static readonly IReadOnlySet<string> Names = Export
        .ApplicationTable.Columns.Select(column => column.Name)
        .Append(HistoryColumn)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a heading that only this site writes.</summary>
    public static bool Is(NamedColumns columns) =>
        columns.Has("id") && columns.Has("company") && columns.Has("position") && columns.Has("status") && columns.Has("created_at");

    /// <summary>A column that nothing can be done with; null when there is none.</summary>
    public static string? Unknown(NamedColumns columns) => columns.Names.FirstOrDefault(name => !Names.Contains(name));

    /// <summary>An application without what hangs on it.</summary>
    /// <param name="row">One row.</param>
    /// <param name="terms">For what the row leaves out.</param>
    /// <param name="history">Its history where that stands elsewhere; empty when nothing does.</param>
    public static KeptApplication Read(RowReading row, ReadingTerms terms, Func<Guid, IReadOnlyList<KeptChange>> history)
    {
        var id = row.Id("id") ?? Guid.CreateVersion7(terms.Now);
        var status = row.Word<ApplicationStatus>("status");
        if (status is null)
            row.Refuse("status", terms.T["This field is missing."]);
        var created = row.Instant("created_at") ?? terms.Now;
        var (appliedOn, respondedOn) = (row.Day("applied_on"), row.Day("responded_on"));
        var changes = history(id);
        if (changes.Count == 0)
            changes = InCell(row, terms, created);
        return new KeptApplication
        {
            Id = id,
            Company = row.Text("company"),
            Position = row.Text("position"),
            EmploymentType = row.Word<EmploymentType>("employment_type"),
            Location = row.Optional("location"),
            Channel = row.Word<Channel>("channel"),
            Link = row.Optional("link"),
            Salary = row.Optional("salary"),
            Contact = row.Optional("contact"),
            Status = status ?? ApplicationStatus.Draft,
            DueOn = row.Day("due_on"),
            AppliedOn = appliedOn,
            RespondedOn = respondedOn,
            FollowUpOn = row.Day("follow_up_on"),
            LastFollowUpOn = row.Day("last_follow_up_on"),
            Comment = row.Optional("comment"),
            Posting = row.Optional("posting"),
            PostingCapturedAt = row.Instant("posting_captured_at"),
            IsFavorite = row.Truth("is_favorite"),
            CreatedAt = created,
            UpdatedAt = row.Instant("updated_at") ?? created,
            History =
                changes.Count > 0
                    ? changes
                    : new ForeignHistory(terms, appliedOn, respondedOn, changedOn: null, created).Of(status ?? ApplicationStatus.Draft),
        };
    }

    private static IReadOnlyList<KeptChange> InCell(RowReading row, ReadingTerms terms, DateTimeOffset created)
    {
        if (HistoryCell.Read(row.Text(HistoryColumn), terms.Now, created) is { } changes)
            return changes;
        row.Refuse(HistoryColumn, terms.T["This history cannot be read."]);
        return [];
    }
}
