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
        var now = clock.Now();
        var latest = now - DeleteApplication.Kept;
        var gone = db.Applications.OwnedBy(owner).IgnoreQueryFilters([JobApplicationMapping.Deleted]).Where(row => row.DeletedAt <= latest);
        if (!await gone.AnyAsync(cancel))
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
        // Deliverables of other applications may have their text from writing that goes now: they keep the copy and lose the link.
        await db
            .Deliverables.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(row =>
                db.WritingNotes.OwnedBy(owner)
                    .Any(note => note.Id == row.SourceWritingId && gone.Any(application => application.Id == note.ApplicationId))
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.SourceWritingId, (Guid?)null)
                        .SetProperty(row => row.UpdatedAt, now)
                        .SetProperty(row => row.Version, row => row.Version + 1),
                cancel
            );
        var purged = await gone.ExecuteDeleteAsync(cancel);
        await work.CommitAsync(cancel);
        return purged;
    }
}
