using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Data.Idempotency;

/// <summary>Claims a key for the open transaction, and keeps the answer in it. A second request with the key waits at the claim until the first is done.</summary>
public sealed class IdempotencyStore(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>What came of a claim.</summary>
    public enum Claim
    {
        /// <summary>The key is ours: do the work.</summary>
        Won,

        /// <summary>It was used before: <see cref="FindAsync"/> has the answer.</summary>
        Used,

        /// <summary>Somebody is still at work under it.</summary>
        Busy,

        /// <summary>There is no such account any more.</summary>
        NoAccount,
    }

    /// <summary>To be called first in a transaction; only <see cref="Claim.Won"/> leaves that transaction usable for work.</summary>
    public async Task<Claim> ClaimAsync(UserId owner, string route, string key, byte[] hash, CancellationToken cancel)
    {
        var now = clock.Now();
        var expired = now - Kept;
        try
        {
            // One way to the database and back. The wait ends sooner than the command's own time limit, which would say that the database is away.
            var claimed = await db.Database.ExecuteSqlAsync(
                $"""
                set local lock_timeout = '2s';
                insert into idempotency_records as it (user_id, route, key, request_hash, created_at)
                values ({owner.Value}, {route}, {key}, {hash}, {now})
                on conflict (user_id, route, key) do update
                    set request_hash = {hash}, created_at = {now}, status = null, location = null, body = null
                    where it.created_at <= {expired}
                """,
                cancel
            );
            return claimed == 1 ? Claim.Won : Claim.Used;
        }
        catch (PostgresException waited) when (waited.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return Claim.Busy;
        }
        catch (PostgresException orphan) when (orphan.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return Claim.NoAccount;
        }
    }

    /// <summary>The answer of the first request.</summary>
    public Task<IdempotencyRecord?> FindAsync(UserId owner, string route, string key, CancellationToken cancel) =>
        db.Set<IdempotencyRecord>().OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Route == route && row.Key == key, cancel);

    /// <summary>Keeps the answer, in the transaction that did the work.</summary>
    public Task KeepAsync(UserId owner, string route, string key, int status, string? location, string body, CancellationToken cancel) =>
        db.Set<IdempotencyRecord>()
            .OwnedBy(owner)
            .Where(row => row.Route == route && row.Key == key)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Status, status)
                        .SetProperty(row => row.Location, location)
                        .SetProperty(row => row.Body, body),
                cancel
            );
}
