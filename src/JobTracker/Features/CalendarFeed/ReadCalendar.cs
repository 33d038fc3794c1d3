using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.CalendarFeed;

/// <summary>Whether somebody's calendar has an address. The address itself cannot be read again.</summary>
public sealed class ReadCalendar(JobTrackerDb db)
{
    /// <param name="CreatedAt">Null when there is none.</param>
    public sealed record Answer(bool Active, DateTimeOffset? CreatedAt);

    public async Task<Answer> RunAsync(UserId owner, CancellationToken cancel)
    {
        var created = await db
            .CalendarLinks.Where(row => row.UserId == owner.Value)
            .Select(row => (DateTimeOffset?)row.CreatedAt)
            .SingleOrDefaultAsync(cancel);
        return new Answer(created is not null, created);
    }
}
