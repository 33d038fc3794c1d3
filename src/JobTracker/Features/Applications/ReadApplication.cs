using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>One whole application.</summary>
public sealed class ReadApplication(JobTrackerDb db, TimeProvider clock)
{
    public async Task<Outcome<ApplicationDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var found = await (
            from row in db.Applications.OwnedBy(owner).AsNoTracking()
            where row.Id == id
            from around in db.SurroundingsOf(owner, id, clock.Now())
            select new { row, around }
        ).SingleOrDefaultAsync(cancel);
        return found is null ? new NotFound() : ApplicationDetails.Of(found.row, found.around);
    }
}
