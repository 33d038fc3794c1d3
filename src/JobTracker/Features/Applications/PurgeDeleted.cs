using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>Removes for good what was deleted long enough ago, with everything under it.</summary>
public sealed class PurgeDeleted(JobTrackerDb db, TimeProvider clock)
{
    public Task<int> RunAsync(UserId owner, CancellationToken cancel)
    {
        var latest = clock.Now() - DeleteApplication.Kept;
        return db
            .Applications.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(row => row.DeletedAt <= latest)
            .ExecuteDeleteAsync(cancel);
    }
}
