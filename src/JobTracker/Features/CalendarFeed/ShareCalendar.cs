using JobTracker.Data;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Links;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.CalendarFeed;

/// <summary>Gives somebody's calendar an address, in place of the one it had, or takes it away.</summary>
public sealed class ShareCalendar(JobTrackerDb db, SecurityLog log, TimeProvider clock)
{
    /// <summary>The address's path: shown once, and never to be had again.</summary>
    public async Task<Outcome<string>> StartAsync(UserId owner, CancellationToken cancel)
    {
        var token = LinkToken.New();
        var hash = LinkToken.HashOf(token);
        var now = clock.Now();
        await using var work = await Work.BeginAsync(db, cancel);
        // From the account that may just be going: without it there is nothing to share.
        var rows = await db.Database.ExecuteSqlAsync(
            $"""
            insert into calendar_links (user_id, token_hash, created_at)
            select id, {hash}, {now} from users where id = {owner.Value} for key share
            on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
            """,
            cancel
        );
        if (rows == 0)
            return new AccountGone();
        log.Add(owner, SecurityEventKind.CalendarShared);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return OpenCalendar.PathOf(token);
    }

    /// <summary>Calendars that follow the address find nothing there from now on.</summary>
    public Task StopAsync(UserId owner, CancellationToken cancel) =>
        db.CalendarLinks.Where(row => row.UserId == owner.Value).ExecuteDeleteAsync(cancel);
}
