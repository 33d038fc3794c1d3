using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>Adds many applications in one transaction: as many as there are places, in the order given.</summary>
public sealed class AddApplications(JobTrackerDb db, ApplicationFacts.Rules rules, ApplicationQuota quota, TimeProvider clock)
{
    /// <returns>The ids of those that found a place: of the first of <paramref name="inputs"/>, in their order.</returns>
    public async Task<Outcome<IReadOnlyList<Guid>>> RunAsync(UserId owner, IReadOnlyList<ApplicationFacts> inputs, CancellationToken cancel)
    {
        var wanted = inputs.Select(input => input.Tidied()).ToList();
        foreach (var facts in wanted)
        {
            if (rules.Check(facts) is { } refused)
                return refused;
        }
        await using var work = await Work.BeginAsync(db, cancel);
        if (await quota.TakeUpToAsync(owner, wanted.Count, cancel) is not { } places || await db.DaysAsync(owner, cancel) is not { } days)
            return new AccountGone();
        var (today, now) = (clock.Today(days.TimeZone), clock.Now());
        var ids = new List<Guid>(places);
        foreach (var facts in wanted.Take(places))
        {
            var (application, first) = JobApplication.Create(owner, facts, today, now);
            db.Add(application);
            db.Add(first);
            ids.Add(application.Id);
        }
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return ids;
    }
}
