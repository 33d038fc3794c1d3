using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>Moves an application to a status, on a day: a new entry of its history.</summary>
public sealed class ChangeStatus(JobTrackerDb db, ChangeStatus.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    public sealed record Input
    {
        public ApplicationStatus? Status { get; init; }

        /// <summary>The day it happened; today in the person's time zone when left out.</summary>
        public DateOnly? OccurredOn { get; init; }
        public string? Note { get; init; }
    }

    /// <param name="Row">As it is now.</param>
    /// <param name="Entered">The status that was asked for; an earlier day may leave the application at another.</param>
    /// <param name="EntryId">The new entry of the history; null when there was nothing to change.</param>
    public sealed record Answer(ApplicationDetails Row, ApplicationStatus Entered, Guid? EntryId);

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int MostNote = 500;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Status).NotNull().WithMessage(_ => t["Choose a status."]);
            RuleFor(input => input.OccurredOn).Day(t);
            RuleFor(input => input.Note).Text(MostNote, t);
        }
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid id, Input input, int? ifVersion, CancellationToken cancel)
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
        var note = Tidy.Block(input.Note);
        if (input.Status == application.Status && input.OccurredOn is null && note is null)
            return new Answer(ApplicationDetails.Of(application, around), application.Status, EntryId: null);

        var history = await db.HistoryAsync(owner, id, cancel);
        var entry = application.MoveTo(input.Status!.Value, input.OccurredOn, note, history, clock.Today(around.TimeZone), clock.Now());
        StatusChange[] changed = [.. StatusChange.InOrder([.. history, entry])];
        var place = Array.IndexOf(changed, entry);
        if (place > 0 && changed[place - 1].Status == entry.Status)
            return new Refused(
                nameof(Input.Status),
                t["The application already has this status on that day. Change the date in its history instead."]
            );
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new Answer(ApplicationDetails.Of(application, around), entry.Status, entry.Id);
    }
}
