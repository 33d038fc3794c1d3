using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>The interviews that are planned and not over yet, soonest first.</summary>
public sealed class UpcomingInterviews(JobTrackerDb db, UpcomingInterviews.Rules rules, TimeProvider clock)
{
    public sealed record Input
    {
        public int Limit { get; init; } = Rules.DefaultLimit;
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int DefaultLimit = 5;

        public Rules(IStringLocalizer<Texts> t) => RuleFor(input => input.Limit).Limit(t);
    }

    public async Task<Outcome<Page<InterviewRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel) =>
        rules.Check(input) is { } refused ? refused : new Page<InterviewRow>(await FirstAsync(owner, input.Limit, cancel));

    /// <summary>As many as are wanted, with the names of their applications, in one statement.</summary>
    public async Task<IReadOnlyList<AgendaEntry>> FirstAsync(UserId owner, int most, CancellationToken cancel) =>
        await InOrder(db.Interviews.OwnedBy(owner)).Take(most).WithApplication().ToListAsync(cancel);

    /// <summary>The next one of an application; null when none is ahead.</summary>
    public Task<AgendaEntry?> OfApplicationAsync(UserId owner, Guid applicationId, CancellationToken cancel) =>
        InOrder(db.Interviews.OwnedBy(owner).Where(row => row.ApplicationId == applicationId))
            .WithApplication()
            .FirstOrDefaultAsync(cancel);

    private IQueryable<Interview> InOrder(IQueryable<Interview> rows) =>
        rows.Upcoming(clock.Now()).OrderBy(row => row.StartsAt).ThenBy(row => row.Id);
}
