using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>Notes that the person asked again, or puts asking off. Either way the next reminder comes later.</summary>
public sealed class FollowUp(JobTrackerDb db, FollowUp.Rules rules, TimeProvider clock)
{
    /// <summary>One of both.</summary>
    public sealed record Input
    {
        /// <summary>True: it was done today; the next one comes after the person's usual number of days.</summary>
        public bool? Done { get; init; }

        /// <summary>Remind again in so many days.</summary>
        public int? Days { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int MostDays = 60;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Days).InclusiveBetween(1, MostDays).WithMessage(_ => t["Use a number from {0} to {1}.", 1, MostDays]);
            RuleFor(input => input.Done)
                .Must((input, done) => done is true != input.Days is not null && done is not false)
                .WithMessage(_ => t["Say either that it is done, or in how many days to remind."]);
        }
    }

    public async Task<Outcome<ApplicationDetails>> RunAsync(UserId owner, Guid id, Input input, int? ifVersion, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        await using var work = await Work.BeginAsync(db, cancel);
        if (
            await db.LockAsync(owner, id, cancel) is not { } application
            || await db.SurroundingsAsync(owner, id, clock.Now(), cancel) is not { } around
        )
            return new NotFound();
        if (ifVersion is { } seen && seen != application.Version)
            return new Stale(ApplicationDetails.Of(application, around));
        var today = clock.Today(around.TimeZone);
        if (input.Days is { } days)
            application.AskAgainOn(today.AddDays(days), clock.Now());
        else
            application.AskedAgain(today, today.AddDays(around.FollowUpDays), clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return ApplicationDetails.Of(application, around);
    }
}
