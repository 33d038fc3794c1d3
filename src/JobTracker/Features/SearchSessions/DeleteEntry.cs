using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.SearchSessions;

/// <summary>Deletes one submission. The session's beginning stays where it was, and so does an application that was made of it.</summary>
public sealed class DeleteEntry(JobTrackerDb db)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid session, Guid id, int? ifVersion, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (
            await db.LockSessionAsync(owner, session, cancel) is null
            || await db.LockEntryAsync(owner, session, id, cancel) is not { } entry
        )
            return new NotFound();
        if (ifVersion is { } seen && seen != entry.Version)
            return new Stale(EntryRow.Of(entry));
        db.Remove(entry);
        await db.SaveChangesAsync(cancel);
        await db
            .SearchSessions.OwnedBy(owner)
            .Where(row => row.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Entries, row => row.Entries - 1), cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
