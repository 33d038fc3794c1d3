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
        return zone is null ? null : await RunAsync(owner, period, clock.Today(zone), cancel);
    }

    /// <param name="today">Where the owner lives.</param>
    internal async Task<Tally> RunAsync(UserId owner, Period period, DateOnly today, CancellationToken cancel)
    {
        var rows = await db.Database.SqlQuery<CountedRow>(CountingSql.Of(owner, period, today)).ToListAsync(cancel);
        return new Tally(period, today, rows);
    }
}
