using JobTracker.Data;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Checks;
using JobTracker.Features.Transfer.Import.Matching;
using JobTracker.Features.Transfer.Import.Writing;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Features.Transfer.Import;

/// <summary>Reads a file a second time and writes the rows that were chosen, in batches, inside the transaction that is open.</summary>
public sealed class WriteFile(JobTrackerDb db, CheckFiles files, TimeProvider clock)
{
    private const int MostRows = 500;
    private const int MostBytes = 4 * 1024 * 1024;

    public async Task RunAsync(UserId owner, ImportSource source, DecidedFile decided, IProgress<int>? progress, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var batch = new Batch(connection, owner.Value, source, decided, files.Most, new NewIds(clock.Now()), progress);
        var isOneOpen = await db.SearchSessions.OwnedBy(owner).AnyAsync(row => row.FinishedAt == null, cancel);
        var sessions = new WriteSessions(connection, owner.Value, decided.Sessions, new NewIds(clock.Now()), isOneOpen);
        var place = 0;
        foreach (var incoming in source.Read())
        {
            place++;
            switch (incoming)
            {
                case IncomingNote note:
                    await batch.AddAsync(place, note.Kept.Tidied(), note.Size, cancel);
                    break;
                case IncomingApplication application:
                    await batch.AddAsync(place, application, cancel);
                    break;
                case IncomingSession session:
                    await sessions.AddAsync(place, session.Kept.Tidied(), cancel);
                    break;
            }
        }
        await batch.FlushAsync(cancel);
        await sessions.FlushAsync(cancel);
    }

    /// <summary>Rows on their way.</summary>
    private sealed class Batch(
        NpgsqlConnection connection,
        Guid owner,
        ImportSource source,
        DecidedFile decided,
        int mostFile,
        NewIds ids,
        IProgress<int>? progress
    )
    {
        private readonly Dictionary<Guid, Guid> notes = new(decided.Notes.Known);
        private readonly List<Owned<KeptNote>> bank = [];
        private readonly List<KeptApplication> rows = [];
        private int bytes;
        private int nextNote;
        private int next;
        private int done;

        public async Task AddAsync(int place, KeptNote note, int size, CancellationToken cancel)
        {
            if (nextNote >= decided.Notes.ToAdd.Count || decided.Notes.ToAdd[nextNote].Place != place)
                return;
            nextNote++;
            var kept = decided.Notes.ToRenew.Contains(place) ? ids.Renew(note) : note;
            if (kept.Id != note.Id)
                notes[note.Id] = kept.Id;
            bank.Add(new Owned<KeptNote>(owner, Under: null, kept));
            await FlushWhenFullAsync(size, cancel);
        }

        public async Task AddAsync(int place, IncomingApplication incoming, CancellationToken cancel)
        {
            if (next >= decided.Applications.ToAdd.Count || decided.Applications.ToAdd[next].Place != place)
                return;
            var isNew = decided.Applications.ToAdd[next].Id == Guid.Empty || decided.Applications.ToRenew.Contains(place);
            next++;
            var row = incoming.Kept.Tidied();
            rows.Add(isNew ? ids.Renew(row) : row);
            await FlushWhenFullAsync(incoming.Size + (int)row.Files.Sum(file => file.Size), cancel);
        }

        private Task FlushWhenFullAsync(int size, CancellationToken cancel)
        {
            bytes += size;
            return bytes >= MostBytes || rows.Count + bank.Count >= MostRows ? FlushAsync(cancel) : Task.CompletedTask;
        }

        public async Task FlushAsync(CancellationToken cancel)
        {
            await RowTables.Notes.CopyAsync(connection, bank, cancel);
            foreach (var at in await TakenIds.AmongAsync(connection, owner, rows, cancel))
                rows[at] = ids.Renew(rows[at]);
            for (var at = 0; notes.Count > 0 && at < rows.Count; at++)
                rows[at] = Follow(rows[at]);
            await WriteApplications.RunAsync(connection, owner, rows, file => source.BytesOf(file.Path, mostFile), cancel);
            done += rows.Count;
            progress?.Report(done);
            bank.Clear();
            rows.Clear();
            bytes = 0;
        }

        /// <summary>What was taken from a note of the bank refers to it as it is called here.</summary>
        private KeptApplication Follow(KeptApplication row) =>
            row with
            {
                Deliverables =
                [
                    .. row.Deliverables.Select(part =>
                        part.SourceWritingId is { } source && notes.TryGetValue(source, out var other)
                            ? part with
                            {
                                SourceWritingId = other,
                            }
                            : part
                    ),
                ],
            };
    }
}
