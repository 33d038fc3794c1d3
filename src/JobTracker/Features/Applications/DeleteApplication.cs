using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>Hides an application with everything under it and frees its place at once. It can be restored for <see cref="Kept"/>.</summary>
public sealed class DeleteApplication(JobTrackerDb db, ApplicationQuota quota, TimeProvider clock)
{
    /// <summary>How long a deleted application can be restored.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid id, int? ifVersion, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        // The account first, as everywhere: two requests that lock in different orders would wait for each other.
        await quota.GiveBackAsync(owner, 1, cancel);
        if (await db.LockAsync(owner, id, cancel) is not { } application)
            return new NotFound();
        if (ifVersion is { } seen && seen != application.Version)
            return new Stale(ApplicationDetails.Of(application, (await db.SurroundingsAsync(owner, id, clock.Now(), cancel))!));
        application.Delete(clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
