using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Statistics;

/// <summary>Counts somebody's applications in every way that a figure needs.</summary>
public sealed class CountApplications(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>Null when the account is gone.</summary>
    internal async Task<Tally?> RunAsync(UserId owner, Period period, CancellationToken cancel)
    {
        var zone = await db.Accounts.OwnedBy(owner).Select(account => account.TimeZone).SingleOrDefaultAsync(cancel);
        if (zone is null)
            return null;
        var today = clock.Today(zone);
        var rows = await db.Database.SqlQuery<CountedRow>(CountingSql.Of(owner, period, today)).ToListAsync(cancel);
        return new Tally(period, today, rows);
    }
}
