using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>Adds an application, within the quota, with the first entry of its history.</summary>
public sealed class AddApplication(JobTrackerDb db, ApplicationFacts.Rules rules, ApplicationQuota quota, TimeProvider clock)
{
    public async Task<Outcome<ApplicationDetails>> RunAsync(UserId owner, ApplicationFacts input, CancellationToken cancel)
    {
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await quota.TakeAsync(owner, 1, cancel) is { } over)
            return over;
        var days = (await db.DaysAsync(owner, cancel))!;
        var (application, first) = JobApplication.Create(owner, facts, clock.Today(days.TimeZone), clock.Now());
        db.Add(application);
        db.Add(first);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ApplicationDetails.Of(application, days.FollowUpDays);
    }
}
