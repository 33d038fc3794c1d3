using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Reminders;

/// <summary>Switches the digest off, and nothing else.</summary>
public sealed class StopDigest(JobTrackerDb db, ScheduleDigest schedule, TimeProvider clock)
{
    /// <summary>An account that is gone gets no digest either: that is no failure.</summary>
    public async Task RunAsync(UserId owner, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.Accounts.OwnedBy(owner).SingleOrDefaultAsync(cancel) is not { } account)
            return;
        account.WantNoDigest(clock.Now());
        await db.SaveChangesAsync(cancel);
        await schedule.RunAsync(owner, account, cancel);
        await work.CommitAsync(cancel);
    }
}
