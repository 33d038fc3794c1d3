using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>The sheet of search sessions: a row for each submission, with its session's columns in front.</summary>
internal sealed class SessionSheet
{
    private readonly Dictionary<Guid, (int Row, KeptSession Session, List<KeptEntry> Entries)> all = [];

    public IEnumerable<Incoming> All =>
        all.Values.Select(each => new IncomingSession(
            each.Row,
            each.Session with
            {
                Entries = [.. each.Entries.OrderBy(entry => entry.CreatedAt).ThenBy(entry => entry.Id)],
            }
        ));

    /// <summary>Null when the row was taken; otherwise why not.</summary>
    public Incoming? Take(TableRow row, RowReading cells, ReadingTerms terms)
    {
        var (session, started) = (cells.Id("session_id"), cells.Instant("started_at"));
        var finished = cells.Instant("finished_at");
        if (session is null)
            cells.Refuse("session_id", terms.T["This field is missing."]);
        else if (started is null)
            cells.Refuse("started_at", terms.T["This field is missing."]);
        var entry = cells.Text("company").Length == 0 && cells.Text("mission").Length == 0 ? null : Entry(cells, terms);
        if (cells.Error is { } error)
            return new UnreadableRow(row.Number, $"Search sessions: {error.Field}", error.Message) { IsApplication = false };
        if (!all.TryGetValue(session!.Value, out var known))
        {
            known = (
                row.Number,
                new KeptSession
                {
                    Id = session.Value,
                    StartedAt = started!.Value,
                    FinishedAt = finished,
                },
                []
            );
            all[session.Value] = known;
        }
        if (entry is not null)
            known.Entries.Add(entry);
        return null;
    }

    private static KeptEntry Entry(RowReading cells, ReadingTerms terms) =>
        new()
        {
            Id = cells.Id("id") ?? Guid.CreateVersion7(terms.Now),
            Company = cells.Text("company"),
            City = cells.Optional("city"),
            Mission = cells.Text("mission"),
            Link = cells.Optional("link"),
            CreatedAt = cells.Instant("created_at") ?? terms.Now,
            AddedAt = cells.Instant("added_at"),
        };
}
