using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>A page of somebody's applications: filtered, searched, sorted.</summary>
public sealed class ListApplications(JobTrackerDb db, ListApplications.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <summary>The orders of the list.</summary>
    public enum SortBy
    {
        UpdatedAt,
        AppliedOn,
        DueOn,
        Company,
    }

    /// <summary>Of the order.</summary>
    public enum Direction
    {
        Desc,
        Asc,
    }

    public sealed record Input
    {
        public string? Q { get; init; }
        public IReadOnlyList<ApplicationStatus> Status { get; init; } = [];
        public Response? Response { get; init; }
        public EmploymentType? EmploymentType { get; init; }
        public Channel? Channel { get; init; }
        public bool? Favorite { get; init; }
        public DateOnly? AppliedFrom { get; init; }
        public DateOnly? AppliedTo { get; init; }
        public SortBy Sort { get; init; } = SortBy.UpdatedAt;
        public Direction Order { get; init; } = Direction.Desc;
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }

        /// <summary>Whether it may leave any application out.</summary>
        internal bool IsFiltered =>
            !string.IsNullOrWhiteSpace(Q)
            || Status.Count > 0
            || Response is not null
            || EmploymentType is not null
            || Channel is not null
            || Favorite is not null
            || AppliedFrom is not null
            || AppliedTo is not null;
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Q).Text(200, t);
            RuleFor(input => input.Limit).Limit(t);
            RuleFor(input => input.AppliedFrom).Day(t);
            RuleFor(input => input.AppliedTo).Day(t);
            RuleFor(input => input.AppliedTo)
                .Must((input, to) => to is null || input.AppliedFrom is null || to >= input.AppliedFrom)
                .WithMessage(_ => t["The last day cannot come before the first."]);
        }
    }

    public async Task<Outcome<Page<ApplicationRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var filter = ApplicationFilter.Of(input);
        var order = ApplicationOrder.Of(input.Sort, input.Order);
        if (order.Read(db, owner, filter, input.Cursor, input.Limit + 1, clock.Now()) is not { } found)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);
        var rows = await found.ToListAsync(cancel);
        return rows.ToPage(input.Limit, order.CursorAt, input.Count ? await ListStatement.CountAsync(db, owner, filter, cancel) : null);
    }
}
