using JobTracker.Features.Applications;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Foreign;
using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>An unknown table whose columns were given a meaning.</summary>
/// <param name="Table">Where it stands.</param>
/// <param name="Columns">By our field the place of the column.</param>
/// <param name="Order">Of day and month.</param>
public sealed record MappedTable(ITable Table, IReadOnlyDictionary<string, int> Columns, DateOrder Order)
{
    /// <summary>As the person said, and the rest as it looks.</summary>
    public static MappedTable Of(ITable table, TableMapping? said)
    {
        var columns = said?.Columns is { } named
            ? named
                .Where(pair => TableFields.All.Contains(pair.Key, StringComparer.Ordinal))
                .Select(pair => (Field: pair.Key, At: PlaceOf(table.Heading, pair.Value)))
                .Where(pair => pair.At >= 0)
                .ToDictionary(pair => pair.Field, pair => pair.At, StringComparer.Ordinal)
            : TableFields.Guess(table.Heading);
        var days = TableFields.Days.Where(columns.ContainsKey).Select(field => columns[field]).ToList();
        return new MappedTable(table, columns, said?.DateOrder ?? TableDates.Guess(table, days));
    }

    /// <summary>Company and position are what no application can do without.</summary>
    public bool IsUsable => Columns.ContainsKey(TableFields.Company) && Columns.ContainsKey(TableFields.Position);

    internal Incoming Read(TableRow row, ReadingTerms terms)
    {
        var cells = new RowReading(row, NamedColumns.Of(Columns), terms.T);
        var appliedOn = cells.Day(TableFields.AppliedOn, Day);
        var respondedOn = cells.Day(TableFields.RespondedOn, Day);
        var status =
            cells.Word<ApplicationStatus>(TableFields.Status, TableWords.StatusOf)
            ?? (appliedOn is null ? ApplicationStatus.Draft : ApplicationStatus.Applied);
        var favorite = cells.Optional("is_favorite");
        var kept = new KeptApplication
        {
            Id = Guid.CreateVersion7(terms.Now),
            Company = cells.Text(TableFields.Company),
            Position = cells.Text(TableFields.Position),
            EmploymentType = cells.Word<EmploymentType>("employment_type", TableWords.TypeOf),
            Location = cells.Optional("location"),
            Channel = cells.Word<Channel>("channel", TableWords.ChannelOf),
            Link = ForeignLink.Clean(cells.Text("link"), terms),
            Salary = cells.Optional("salary"),
            Contact = cells.Optional("contact"),
            Status = status,
            DueOn = cells.Day(TableFields.DueOn, Day),
            AppliedOn = appliedOn,
            RespondedOn = respondedOn,
            Comment = cells.Optional("comment"),
            Posting = cells.Optional("posting"),
            PostingCapturedAt = cells.Optional("posting") is null ? null : terms.Now,
            IsFavorite = favorite is not null && TableWords.TruthOf(favorite) == true,
            CreatedAt = terms.Now,
            UpdatedAt = terms.Now,
            History = new ForeignHistory(terms, appliedOn, respondedOn, changedOn: null, terms.Now).Of(status),
        };
        if (favorite is not null && TableWords.TruthOf(favorite) is null)
            cells.Refuse("is_favorite", terms.T["This value cannot be read."]);
        return TableSource.Of(row, cells, kept);
    }

    private DateOnly? Day(string text) => TableDates.Read(text, Order);

    private static int PlaceOf(IReadOnlyList<string> heading, string? wanted)
    {
        for (var at = 0; at < heading.Count; at++)
            if (string.Equals(heading[at], wanted?.Trim(), StringComparison.OrdinalIgnoreCase))
                return at;
        return -1;
    }
}
