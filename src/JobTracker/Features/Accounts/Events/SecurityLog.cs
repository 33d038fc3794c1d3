using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.Events;

/// <summary>Writes down what happens to an account, and reads it to its owner.</summary>
public sealed class SecurityLog(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>So long can it be looked up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private const int MostShown = 100;

    /// <summary>Is kept with whatever the caller saves next, so that neither is there without the other.</summary>
    public void Add(UserId owner, SecurityEventKind kind, string? device = null)
    {
        var now = clock.Now();
        db.Add(
            new SecurityEvent
            {
                UserId = owner.Value,
                Id = Guid.CreateVersion7(now),
                Kind = kind,
                Device = device,
                OccurredAt = now,
            }
        );
    }

    /// <summary>One more failed sign-in. Those of one hour share a row, whose key is the hour: any number of them stays short.</summary>
    public Task AddFailedSignInAsync(UserId owner, string device, CancellationToken cancel)
    {
        var now = clock.Now();
        var id = KeyOf(now);
        var kind = Wire.Name(SecurityEventKind.SignInFailed);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into security_events as it (user_id, id, kind, device, times, occurred_at)
            values ({owner.Value}, {id}, {kind}, {device}, 1, {now})
            on conflict (user_id, id) do update set times = it.times + 1, device = {device}, occurred_at = {now}
            """,
            cancel
        );
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<SecurityEvent>> ReadAsync(UserId owner, CancellationToken cancel)
    {
        var since = clock.Now() - Kept;
        return await db
            .SecurityEvents.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.OccurredAt > since)
            .OrderByDescending(row => row.OccurredAt)
            .ThenByDescending(row => row.Id)
            .Take(MostShown)
            .ToListAsync(cancel);
    }

    /// <summary>How many had had their time.</summary>
    public Task<int> PurgeAsync(UserId owner, CancellationToken cancel)
    {
        var until = clock.Now() - Kept;
        return db.SecurityEvents.OwnedBy(owner).Where(row => row.OccurredAt <= until).ExecuteDeleteAsync(cancel);
    }

    /// <summary>A UUID of version 8 (RFC 9562 §5.8), whose content is ours: the number of the hour.</summary>
    private static Guid KeyOf(DateTimeOffset now) =>
        new((int)(now.ToUnixTimeSeconds() / 3600), 0, unchecked((short)0x8000), 0x80, 0, 0, 0, 0, 0, 0, 0);
}
