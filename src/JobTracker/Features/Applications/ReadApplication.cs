using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>One whole application.</summary>
public sealed class ReadApplication(JobTrackerDb db)
{
    public async Task<Outcome<ApplicationDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var found = await db
            .Applications.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.Id == id)
            .Join(
                db.Accounts.OwnedBy(owner),
                row => row.UserId,
                account => account.UserId,
                (row, account) => new { row, account.FollowUpDays }
            )
            .SingleOrDefaultAsync(cancel);
        return found is null ? new NotFound() : ApplicationDetails.Of(found.row, found.FollowUpDays);
    }
}
