using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>A page of somebody's deliverables over all applications, by due day, those without one last.</summary>
public sealed class ListDeliverables(JobTrackerDb db, ListDeliverables.Rules rules, IStringLocalizer<Texts> t)
{
    private const string Order = "due_on";

    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }
        public IReadOnlyList<DeliverableState> State { get; init; } = [];
        public DateOnly? DueBefore { get; init; }
        public DateOnly? DueAfter { get; init; }
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Limit).Limit(t);
            RuleFor(input => input.DueBefore).Day(t);
            RuleFor(input => input.DueAfter).Day(t);
        }
    }

    public async Task<Outcome<Page<DeliverableRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateOnly, Guid)? after = null;
        if (input.Cursor is not null && (after = Cursor.DayPlace(input.Cursor, Order)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var matching = Matching(db.Deliverables.OwnedBy(owner).AsNoTracking(), input);
        var rows = await matching
            .InOrder(row => row.DueOn ?? DateOnly.MaxValue, row => row.Id, descending: false, after)
            .Take(input.Limit + 1)
            .Select(DeliverableRow.From)
            .ToListAsync(cancel);
        return rows.ToPage(
            input.Limit,
            row => Cursor.At(Order, row.DueOn ?? DateOnly.MaxValue, row.Id),
            input.Count ? await matching.CountAsync(cancel) : null
        );
    }

    private static IQueryable<Deliverable> Matching(IQueryable<Deliverable> rows, Input input)
    {
        if (input.ApplicationId is { } application)
            rows = rows.Where(row => row.ApplicationId == application);
        if (input.State.Count > 0)
            rows = rows.Where(row => input.State.Contains(row.State));
        if (input.DueBefore is { } before)
            rows = rows.Where(row => row.DueOn < before);
        if (input.DueAfter is { } after)
            rows = rows.Where(row => row.DueOn > after);
        return rows;
    }
}
