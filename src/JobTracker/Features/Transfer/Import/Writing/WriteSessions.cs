using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Matching;
using Npgsql;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>Writes search sessions. One that is still open comes in as finished where another one is.</summary>
/// <param name="isOneOpen">Whether the account has an open one.</param>
internal sealed class WriteSessions(NpgsqlConnection connection, Guid owner, Decided decided, NewIds ids, bool isOneOpen)
{
    private const int MostEntries = 2_000;
    private readonly List<KeptSession> rows = [];
    private bool hasOpen = isOneOpen;
    private int next;

    public async Task AddAsync(int place, KeptSession session, CancellationToken cancel)
    {
        if (next >= decided.ToAdd.Count || decided.ToAdd[next].Place != place)
            return;
        next++;
        rows.Add(hasOpen && session.FinishedAt is null ? Finished(session) : session);
        hasOpen |= session.FinishedAt is null;
        if (rows.Sum(each => each.Entries.Count + 1) >= MostEntries)
            await FlushAsync(cancel);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        var entries = rows.SelectMany(row => row.Entries).Select(entry => entry.Id).ToArray();
        var taken = await TakenIds.OfAsync(connection, owner, "search_entries", entries, cancel);
        for (var at = 0; taken.Count > 0 && at < rows.Count; at++)
            rows[at] = rows[at].Entries.Any(entry => taken.Contains(entry.Id)) ? ids.Renew(rows[at]) : rows[at];
        await RowTables.Sessions.CopyAsync(connection, rows.Select(row => new Owned<KeptSession>(owner, Under: null, row)), cancel);
        await RowTables.Entries.CopyAsync(
            connection,
            rows.SelectMany(row => row.Entries, (row, entry) => new Owned<KeptEntry>(owner, row.Id, entry)),
            cancel
        );
        rows.Clear();
    }

    /// <summary>Finished with what was last written in it.</summary>
    private static KeptSession Finished(KeptSession row) =>
        row with
        {
            FinishedAt = row.Entries.Select(entry => entry.CreatedAt).Append(row.StartedAt).Max(),
        };
}
