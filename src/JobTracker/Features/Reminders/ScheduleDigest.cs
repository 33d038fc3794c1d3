using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Reminders;

/// <summary>Puts down when somebody's next digest is due, after a change of what it follows from. A part of the caller's transaction.</summary>
public sealed class ScheduleDigest(JobTrackerDb db, TimeProvider clock)
{
    public async Task RunAsync(UserId owner, UserAccount account, CancellationToken cancel)
    {
        // The row is locked from here on: whoever sends this person's digest right now is waited for, and its day is known.
        var row = await db
            .Digests.FromSql($"select user_id, next_at, last_day from digests where user_id = {owner.Value} for update")
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
        if (row is null && !account.DigestEnabled)
            return;
        var now = clock.Now();
        DateTimeOffset? next =
            !account.DigestEnabled ? null
            // What is due already is due: whoever sends it looks at the new hour.
            : row?.NextAt <= now ? row.NextAt
            : DigestTimes.After(now, row?.LastDay, account.DigestHour, account.TimeZone);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into digests (user_id, next_at) values ({owner.Value}, {next})
            on conflict (user_id) do update set next_at = {next}
            """,
            cancel
        );
    }
}
