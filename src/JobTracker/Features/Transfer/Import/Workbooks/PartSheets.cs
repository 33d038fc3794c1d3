using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>
/// What hangs on applications, from the other sheets of this site's own workbook. People sort sheets as they like, so it is held until its
/// application comes; how much that may be is bounded.
/// </summary>
internal sealed class PartSheets(WorkbookFile workbook, ReadingTerms terms)
{
    private const int MostRows = 400_000;
    private const long MostLetters = 40_000_000;

    private readonly Dictionary<Guid, List<KeptChange>> history = [];
    private readonly Dictionary<Guid, List<KeptDeliverable>> deliverables = [];
    private readonly Dictionary<Guid, List<KeptInterview>> interviews = [];
    private readonly Dictionary<Guid, List<KeptNote>> notes = [];
    private readonly Dictionary<Guid, (string Sheet, int Row)> unclaimed = [];
    private readonly SessionSheet sessions = new();
    private int rows;
    private long letters;

    /// <summary>The notes of no application.</summary>
    public List<IncomingNote> Bank { get; } = [];

    public IEnumerable<Incoming> Sessions => sessions.All;

    /// <summary>A sheet of that name and those that go on where it was full.</summary>
    public static IEnumerable<string> Named(WorkbookFile workbook, string name) =>
        workbook.Sheets.Where(sheet => sheet == name || sheet.StartsWith(name + " ", StringComparison.Ordinal));

    /// <summary>Reads all of it; gives what cannot be read.</summary>
    public IEnumerable<Incoming> Load() =>
        Load("History", (row, cells) => Keep(history, row, cells, "History", PartRows.Change))
            .Concat(Load("Deliverables", (row, cells) => Keep(deliverables, row, cells, "Deliverables", PartRows.Deliverable)))
            .Concat(Load("Interviews", (row, cells) => Keep(interviews, row, cells, "Interviews", PartRows.Interview)))
            .Concat(Load("Writing", Note))
            .Concat(Load("Search sessions", (row, cells) => sessions.Take(row, cells, terms)));

    /// <summary>The application with what hangs on it.</summary>
    public IncomingApplication Complete(IncomingApplication incoming)
    {
        var row = incoming.Kept;
        unclaimed.Remove(row.Id);
        return incoming with
        {
            Kept = row with
            {
                History = history.GetValueOrDefault(row.Id) ?? row.History,
                Deliverables = deliverables.GetValueOrDefault(row.Id) ?? [],
                Interviews = interviews.GetValueOrDefault(row.Id) ?? [],
                Writing = notes.GetValueOrDefault(row.Id) ?? [],
            },
        };
    }

    /// <summary>What names an application that the file does not have.</summary>
    public IEnumerable<Incoming> Orphans() =>
        unclaimed.Values.Select(place => Bad(place.Sheet, place.Row, "application_id", terms.T["The file has no such application."]));

    private IEnumerable<Incoming> Load(string name, Func<TableRow, RowReading, Incoming?> take)
    {
        foreach (var sheet in Named(workbook, name))
        {
            var table = new SheetRows(workbook, sheet, terms.T);
            var columns = NamedColumns.Of(table.Heading, OwnWorkbook.NameOf);
            foreach (var row in table.Rows())
            {
                letters += row.Size;
                if (++rows > MostRows || letters > MostLetters)
                {
                    yield return new EndOfReading(
                        row.Number,
                        terms.T["The workbook is too large to be read. Take the export as JSON instead."]
                    );
                    yield break;
                }
                if (row is { IsEnd: true, Trouble: { } end })
                {
                    yield return new EndOfReading(row.Number, end);
                    yield break;
                }
                if (row.Trouble is { } trouble)
                    yield return Bad(name, row.Number, field: null, trouble);
                else if (take(row, new RowReading(row, columns, terms.T)) is { } bad)
                    yield return bad;
            }
        }
    }

    private UnreadableRow? Keep<T>(
        Dictionary<Guid, List<T>> all,
        TableRow row,
        RowReading cells,
        string sheet,
        Func<RowReading, ReadingTerms, T> read
    )
    {
        var part = read(cells, terms);
        if (cells.Id("application_id") is not { } application)
            cells.Refuse("application_id", terms.T["This field is missing."]);
        else if (cells.Error is null)
        {
            if (!all.TryGetValue(application, out var list))
                all[application] = list = [];
            list.Add(part);
            unclaimed.TryAdd(application, (sheet, row.Number));
        }
        return cells.Error is { } error ? Bad(sheet, row.Number, error.Field, error.Message) : null;
    }

    private UnreadableRow? Note(TableRow row, RowReading cells)
    {
        if (cells.Text("application_id").Length > 0)
            return Keep(notes, row, cells, "Writing", PartRows.Note);
        var note = PartRows.Note(cells, terms);
        if (cells.Error is { } error)
            return Bad("Writing", row.Number, error.Field, error.Message);
        Bank.Add(new IncomingNote(row.Number, note) { Size = row.Size });
        return null;
    }

    private static UnreadableRow Bad(string sheet, int row, string? field, string message) =>
        new(row, field is null ? sheet : $"{sheet}: {field}", message) { IsApplication = false };
}
