using JobTracker.Features.Applications;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Foreign;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>The session tracker's table, which is also what a search session of this site gives: <c>company,city,mission,link,date</c>.</summary>
internal static class SessionTable
{
    private static readonly string[] Columns = ["company", "city", "mission", "link", "date"];

    public static string NameOf(string heading) => heading.Trim().ToLowerInvariant();

    public static bool Is(NamedColumns columns) =>
        columns.Names.Order(StringComparer.Ordinal).SequenceEqual(Columns.Order(StringComparer.Ordinal));

    public static Incoming Read(TableRow row, NamedColumns columns, ReadingTerms terms)
    {
        var cells = new RowReading(row, columns, terms.T);
        if (!WrittenDates.TryDay(cells.Text("date"), out var appliedOn))
            return new UnreadableRow(row.Number, "date", terms.T["This date cannot be read."]);
        var created = WrittenDates.Instant(cells.Text("date"), terms.Zone) ?? terms.Now;
        var (position, comment) = Parted(cells.Text("mission").Trim());
        return new IncomingApplication(
            row.Number,
            new KeptApplication
            {
                Id = Guid.CreateVersion7(terms.Now),
                Company = cells.Text("company"),
                Position = position,
                Location = cells.Optional("city"),
                Link = ForeignLink.Clean(cells.Text("link"), terms),
                Status = ApplicationStatus.Applied,
                AppliedOn = appliedOn,
                Comment = comment,
                CreatedAt = created,
                UpdatedAt = created,
                History = new ForeignHistory(terms, appliedOn, respondedOn: null, changedOn: null, created).Of(ApplicationStatus.Applied),
            }
        );
    }

    /// <summary>What a position cannot hold goes on in the comment, from a word on.</summary>
    private static (string Position, string? Comment) Parted(string mission)
    {
        const int most = ApplicationFacts.Rules.Short;
        if (mission.Length <= most)
            return (mission, null);
        var cut = mission.LastIndexOf(' ', most - 1, most / 2);
        if (cut < 0)
            cut = char.IsHighSurrogate(mission[most - 2]) ? most - 2 : most - 1;
        return (mission[..cut].TrimEnd() + "…", "…" + mission[cut..].TrimStart());
    }
}
