using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>Brings a deleted application back, if there is a place for it.</summary>
public sealed class RestoreApplication(JobTrackerDb db, ApplicationQuota quota, TimeProvider clock)
{
    public async Task<Outcome<ApplicationDetails>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var earliest = clock.Now() - DeleteApplication.Kept;
        var place = await quota.TakeAsync(owner, 1, cancel);
        var application = await db
            .Applications.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt > earliest, cancel);
        if (application is null)
            return new NotFound();
        if (place is Failed<DaySettings> { Failure: var over })
            return over;
        application.Restore(clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return ApplicationDetails.Of(application, (await db.SurroundingsAsync(owner, id, clock.Now(), cancel))!);
    }
}
