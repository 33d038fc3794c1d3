using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The same change to many applications in one transaction; ids that are not there are told and skipped.</summary>
public sealed class BulkUpdate(JobTrackerDb db, BulkUpdate.Rules rules, TimeProvider clock)
{
    public const int MostIds = 200;

    public sealed record Input
    {
        public IReadOnlyList<Guid>? Ids { get; init; }
        public Change? Set { get; init; }
    }

    /// <summary>What is left out stays as it is.</summary>
    public sealed record Change
    {
        public ApplicationStatus? Status { get; init; }

        /// <summary>The day of the new status; today when left out.</summary>
        public DateOnly? OccurredOn { get; init; }
        public EmploymentType? EmploymentType { get; init; }
        public Channel? Channel { get; init; }
        public bool? IsFavorite { get; init; }
    }

    public sealed record Answer(int Updated, IReadOnlyList<Guid> NotFound);

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Ids)
                .Must(ids => ids is { Count: >= 1 and <= MostIds })
                .WithMessage(_ => t["Choose 1 to {0} applications.", MostIds]);
            RuleFor(input => input.Set)
                .Must(set => set is not null && (set with { OccurredOn = null }) != new Change())
                .WithMessage(_ => t["Say what to change."]);
            RuleFor(input => input.Set!.OccurredOn)
                .Day(t)
                .Must((input, day) => day is null || input.Set!.Status is not null)
                .WithMessage(_ => t["A day needs a status."])
                .OverridePropertyName("Set.OccurredOn")
                .When(input => input.Set is not null);
        }
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var ids = input.Ids!.Distinct().ToArray();
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.DaysAsync(owner, cancel) is not { } days)
            return new AccountGone();
        var rows = await db.LockAsync(owner, ids, cancel);
        var histories = await db.StatusChanges.OwnedBy(owner).Where(change => ids.Contains(change.ApplicationId)).ToListAsync(cancel);
        var byApplication = histories.ToLookup(change => change.ApplicationId);
        foreach (var row in rows)
            Apply(row, byApplication[row.Id], input.Set!, clock.Today(days.TimeZone));
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(rows.Count, [.. ids.Except(rows.Select(row => row.Id))]);
    }

    private void Apply(JobApplication row, IEnumerable<StatusChange> history, Change set, DateOnly today)
    {
        var now = clock.Now();
        var facts = row.Facts();
        row.Take(
            facts with
            {
                EmploymentType = set.EmploymentType ?? facts.EmploymentType,
                Channel = set.Channel ?? facts.Channel,
                IsFavorite = set.IsFavorite ?? facts.IsFavorite,
            },
            now
        );
        if (set.Status is { } status && status != row.Status)
            db.Add(row.MoveTo(status, set.OccurredOn, note: null, history, today, now));
    }
}
