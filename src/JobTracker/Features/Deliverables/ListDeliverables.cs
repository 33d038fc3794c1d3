using System.Globalization;
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
    private const string DayFormat = "yyyy-MM-dd";

    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }
        public IReadOnlyList<DeliverableState> State { get; init; } = [];
        public DateOnly? DueBefore { get; init; }
        public DateOnly? DueAfter { get; init; }
        public int Limit { get; init; } = Rules.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int DefaultLimit = 25;
        public const int MostLimit = 100;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Limit).InclusiveBetween(1, MostLimit).WithMessage(_ => t["Use a number from {0} to {1}.", 1, MostLimit]);
            RuleFor(input => input.DueBefore).Day(t);
            RuleFor(input => input.DueAfter).Day(t);
        }
    }

    public async Task<Outcome<Page<DeliverableRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateOnly, Guid)? after = null;
        if (input.Cursor is { } text)
        {
            if (Cursor.Decode(text, Order) is not { } at || !DateOnly.TryParseExact(at.Key, DayFormat, out var day))
                return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);
            after = (day, at.Id);
        }

        var matching = Matching(db.Deliverables.OwnedBy(owner).AsNoTracking(), input);
        var rows = await matching
            .InOrder(row => row.DueOn ?? DateOnly.MaxValue, row => row.Id, descending: false, after)
            .Take(input.Limit + 1)
            .Select(DeliverableRow.From)
            .ToListAsync(cancel);
        var next = rows.Count > input.Limit ? CursorAt(rows[input.Limit - 1]).Encode() : null;
        var total = input.Count ? await matching.CountAsync(cancel) : (int?)null;
        return new Page<DeliverableRow>(rows.Take(input.Limit).ToList(), next, total);
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

    private static Cursor CursorAt(DeliverableRow row) =>
        new(Order, (row.DueOn ?? DateOnly.MaxValue).ToString(DayFormat, CultureInfo.InvariantCulture), row.Id);
}
