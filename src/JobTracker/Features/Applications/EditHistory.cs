using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>Corrects an entry of the history, or removes it. The application's status stays that of the newest entry.</summary>
public sealed class EditHistory(JobTrackerDb db, EditHistory.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    public sealed record Input
    {
        public DateOnly? OccurredOn { get; init; }
        public string? Note { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.OccurredOn).NotNull().WithMessage(_ => t["Enter the day."]).Day(t);
            RuleFor(input => input.Note).Text(ChangeStatus.Rules.MostNote, t);
        }
    }

    /// <param name="owner">Whose.</param>
    /// <param name="id">The application.</param>
    /// <param name="changeId">The entry.</param>
    /// <param name="change">From the entry as it stands to the entry as wanted.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public Task<Outcome<ApplicationDetails>> CorrectAsync(
        UserId owner,
        Guid id,
        Guid changeId,
        Func<Input, Outcome<Input>> change,
        CancellationToken cancel
    ) =>
        RunAsync(
            owner,
            id,
            changeId,
            (application, history, entry) =>
            {
                var wanted = change(new Input { OccurredOn = entry.OccurredOn, Note = entry.Note });
                if (wanted is not Done<Input> { Value: var input })
                    return ((Failed<Input>)wanted).Failure;
                if (rules.Check(input) is { } refused)
                    return refused;
                var before = entry.OccurredOn;
                entry.OccurredOn = input.OccurredOn!.Value;
                entry.Note = Tidy.Block(input.Note);
                application.Correct(entry.Status, before, entry.OccurredOn, history, clock.Now());
                return null;
            },
            cancel
        );

    public Task<Outcome<ApplicationDetails>> RemoveAsync(UserId owner, Guid id, Guid changeId, CancellationToken cancel) =>
        RunAsync(
            owner,
            id,
            changeId,
            (application, history, entry) =>
            {
                if (history.Count == 1)
                    return new Conflict("conflict", t["The last entry of a history stays."]);
                history.Remove(entry);
                db.Remove(entry);
                var sameStatus = history.Where(other => other.Status == entry.Status).Select(other => (DateOnly?)other.OccurredOn).Min();
                application.Correct(entry.Status, entry.OccurredOn, sameStatus, history, clock.Now());
                return null;
            },
            cancel
        );

    private async Task<Outcome<ApplicationDetails>> RunAsync(
        UserId owner,
        Guid id,
        Guid changeId,
        Func<JobApplication, List<StatusChange>, StatusChange, Failure?> edit,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (
            await db.LockAsync(owner, id, cancel) is not { } application
            || await db.SurroundingsAsync(owner, id, clock.Now(), cancel) is not { } around
        )
            return new NotFound();
        var history = await db.HistoryAsync(owner, id, cancel);
        if (history.Find(change => change.Id == changeId) is not { } entry)
            return new NotFound();
        if (edit(application, history, entry) is { } failure)
            return failure;
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return ApplicationDetails.Of(application, around);
    }
}
