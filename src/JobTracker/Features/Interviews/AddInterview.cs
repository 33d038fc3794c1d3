using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>Adds an interview to an application and, if asked to, moves the application to its interview stage in the same transaction.</summary>
public sealed class AddInterview(
    JobTrackerDb db,
    InterviewFacts.Rules rules,
    ChangeStatus changeStatus,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    /// <param name="Row">As it was stored.</param>
    /// <param name="HasMoved">The application is at its interview stage since.</param>
    public sealed record Answer(InterviewDetails Row, bool HasMoved);

    /// <param name="owner">Whose.</param>
    /// <param name="input">What is to be added.</param>
    /// <param name="movesApplication">Whether the application goes on to its interview stage, should it still be before that.</param>
    /// <param name="cancel">Stops the work; nothing is added then.</param>
    public async Task<Outcome<Answer>> RunAsync(UserId owner, InterviewFacts input, bool movesApplication, CancellationToken cancel)
    {
        var facts = input.Tidied();
        var refused = rules.Check(facts);
        if (facts.ApplicationId is not { } applicationId)
            return Rules.And(refused, new Refused(nameof(InterviewFacts.ApplicationId), t["Choose the application."]));
        if (refused is not null)
            return refused;

        if (await db.DaysAsync(owner, cancel) is not { } days)
            return new AccountGone();
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockAsync(owner, applicationId, cancel) is not { } application)
            return new NotFound();
        var interview = Interview.Create(owner, facts, days.TimeZone, clock.Now());
        db.Add(interview);
        await db.SaveChangesAsync(cancel);
        var moves = movesApplication && interview.Status == InterviewStatus.Planned && IsBeforeInterview(application.Status);
        if (moves)
        {
            var moved = await changeStatus.RunAsync(owner, applicationId, ToInterview, ifVersion: null, cancel);
            if (moved is Failed<ChangeStatus.Answer> { Failure: var failure })
                return failure;
        }
        await work.CommitAsync(cancel);
        return new Answer(InterviewDetails.Of(interview), moves);
    }

    /// <summary>True for the stages from which an interview is the next step.</summary>
    public static bool IsBeforeInterview(ApplicationStatus status) =>
        status is ApplicationStatus.Draft or ApplicationStatus.Applied or ApplicationStatus.Screening;

    private static readonly ChangeStatus.Input ToInterview = new() { Status = ApplicationStatus.Interview };
}
