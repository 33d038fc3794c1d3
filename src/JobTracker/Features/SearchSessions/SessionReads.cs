using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.SearchSessions;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class SessionReads
{
    /// <summary>The one that is open, if any.</summary>
    public static IQueryable<SearchSession> OpenSession(this JobTrackerDb db, UserId owner) =>
        db.SearchSessions.OwnedBy(owner).Where(row => row.FinishedAt == null);

    public static IQueryable<SearchEntry> EntriesOf(this JobTrackerDb db, UserId owner, Guid session) =>
        db.SearchEntries.OwnedBy(owner).Where(row => row.SessionId == session);

    /// <summary>The row, locked until the transaction ends: what changes how many entries it has locks it before them.</summary>
    public static Task<SearchSession?> LockSessionAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .SearchSessions.FromSql($"select * from search_sessions where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    /// <summary>An entry of that session, locked until the transaction ends.</summary>
    public static Task<SearchEntry?> LockEntryAsync(this JobTrackerDb db, UserId owner, Guid session, Guid id, CancellationToken cancel) =>
        db
            .SearchEntries.FromSql(
                $"select * from search_entries where user_id = {owner.Value} and id = {id} and session_id = {session} for update"
            )
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);
}
