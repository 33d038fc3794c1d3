using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>Removes for good what was deleted long enough ago, with everything under it.</summary>
public sealed class PurgeDeleted(JobTrackerDb db, FileQuota files, TimeProvider clock)
{
    public async Task<int> RunAsync(UserId owner, CancellationToken cancel)
    {
        var latest = clock.Now() - DeleteApplication.Kept;
        var old = db.Applications.OwnedBy(owner).IgnoreQueryFilters([JobApplicationMapping.Deleted]).Where(row => row.DeletedAt <= latest);
        if (!await old.AnyAsync(cancel))
            return 0;
        await using var work = await Work.BeginAsync(db, cancel);
        // Locks the account first, as everywhere; how much room there is to give back is known only when nobody adds any more.
        await files.GiveBackAsync(owner, 0, cancel);
        var bytes = await db
            .Files.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(file => file.Application!.DeletedAt <= latest)
            .SumAsync(file => file.Size, cancel);
        await files.GiveBackAsync(owner, bytes, cancel);
        var removed = await old.ExecuteDeleteAsync(cancel);
        await work.CommitAsync(cancel);
        return removed;
    }
}
