using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.SearchSessions;

/// <summary>One session with its entries, the newest first.</summary>
public sealed class ReadSession(JobTrackerDb db, TimeProvider clock)
{
    public Task<Outcome<SessionDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        ReadAsync(owner, db.SearchSessions.OwnedBy(owner).Where(row => row.Id == id), SearchSession.MostEntries, cancel);

    /// <summary>The open one.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="most">How many of its entries.</param>
    /// <param name="cancel">Stops the work.</param>
    public Task<Outcome<SessionDetails>> CurrentAsync(UserId owner, int most, CancellationToken cancel) =>
        ReadAsync(owner, db.OpenSession(owner), most, cancel);

    /// <summary>One entry of a session.</summary>
    public async Task<Outcome<EntryRow>> EntryAsync(UserId owner, Guid session, Guid id, CancellationToken cancel) =>
        await db.EntriesOf(owner, session).Where(row => row.Id == id).Select(EntryRow.From).SingleOrDefaultAsync(cancel) is { } entry
            ? entry
            : new NotFound();

    private async Task<Outcome<SessionDetails>> ReadAsync(UserId owner, IQueryable<SearchSession> which, int most, CancellationToken cancel)
    {
        if (await which.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } session)
            return new NotFound();
        var entries = await db.EntriesOf(owner, session.Id)
            .OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Id)
            .Take(most)
            .Select(EntryRow.From)
            .ToListAsync(cancel);
        return SessionDetails.Of(SessionRow.Of(session, clock.Now()), entries);
    }
}
