using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>Deletes many applications at once, restorable like one; ids that are not there are told and skipped.</summary>
public sealed class BulkDelete(JobTrackerDb db, BulkDelete.Rules rules, ApplicationQuota quota, TimeProvider clock)
{
    public sealed record Input
    {
        public IReadOnlyList<Guid>? Ids { get; init; }
    }

    public sealed record Answer(int Deleted, IReadOnlyList<Guid> NotFound);

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.Ids)
                .Must(ids => ids is { Count: >= 1 and <= BulkUpdate.MostIds })
                .WithMessage(_ => t["Choose 1 to {0} applications.", BulkUpdate.MostIds]);
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var ids = input.Ids!.Distinct().ToArray();
        await using var work = await Work.BeginAsync(db, cancel);
        // Locks the account first, as everywhere; the number is known only when the rows are.
        await quota.GiveBackAsync(owner, 0, cancel);
        var rows = await db.LockAsync(owner, ids, cancel);
        foreach (var row in rows)
            row.Delete(clock.Now());
        await quota.GiveBackAsync(owner, rows.Count, cancel);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(rows.Count, [.. ids.Except(rows.Select(row => row.Id))]);
    }
}
