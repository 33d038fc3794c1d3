using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>Changes an application. A new status becomes an entry of its history, dated today.</summary>
public sealed class EditApplication(JobTrackerDb db, ApplicationFacts.Rules rules, TimeProvider clock)
{
    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<ApplicationDetails>> RunAsync(
        UserId owner,
        Guid id,
        Func<ApplicationFacts, Outcome<ApplicationFacts>> change,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (
            await db.LockAsync(owner, id, cancel) is not { } application
            || await db.SurroundingsAsync(owner, id, clock.Now(), cancel) is not { } around
        )
            return new NotFound();
        if (ifVersion is { } seen && seen != application.Version)
            return new Stale(ApplicationDetails.Of(application, around));

        var wanted = change(application.Facts());
        if (wanted is not Done<ApplicationFacts> { Value: var input })
            return ((Failed<ApplicationFacts>)wanted).Failure;
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;

        application.Take(facts, clock.Now());
        if (facts.Status != application.Status)
            await EnterAsync(owner, application, facts.Status, clock.Today(around.TimeZone), cancel);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return ApplicationDetails.Of(application, around);
    }

    private async Task EnterAsync(
        UserId owner,
        JobApplication application,
        ApplicationStatus status,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var history = await db.HistoryAsync(owner, application.Id, cancel);
        db.Add(application.MoveTo(status, occurredOn: null, note: null, history, today, clock.Now()));
    }
}
