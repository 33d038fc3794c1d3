using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>Changes an interview: all of it, its preparation, its status, or what was written down afterwards.</summary>
public sealed class EditInterview(JobTrackerDb db, InterviewFacts.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<InterviewDetails>> RunAsync(
        UserId owner,
        Guid id,
        Func<InterviewFacts, Outcome<InterviewFacts>> change,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockInterviewAsync(owner, id, cancel) is not { } interview)
            return new NotFound();
        if (ifVersion is { } seen && seen != interview.Version)
            return new Stale(InterviewDetails.Of(interview));

        var wanted = change(interview.Facts());
        if (wanted is not Done<InterviewFacts> { Value: var input })
            return ((Failed<InterviewFacts>)wanted).Failure;
        var facts = input.Tidied();
        var refused = rules.Check(facts);
        if (facts.ApplicationId != interview.ApplicationId)
            return Rules.And(
                refused,
                new Refused(nameof(InterviewFacts.ApplicationId), t["An interview stays with the application that it was added to."])
            );
        if (refused is not null)
            return refused;
        if (await HomeZoneAsync(owner, facts, cancel) is not { } homeZone)
            return new AccountGone();

        interview.Take(facts, homeZone, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return InterviewDetails.Of(interview);
    }

    /// <summary>Only asked for when the facts name no zone.</summary>
    private async Task<string?> HomeZoneAsync(UserId owner, InterviewFacts facts, CancellationToken cancel) =>
        facts.TimeZone ?? (await db.DaysAsync(owner, cancel))?.TimeZone;
}
