using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
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
        var matching = Matching(db.Applications.OwnedBy(owner).AsNoTracking(), input);
        if (ApplicationOrder.Apply(matching, input) is not { } sorted)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var rows = await sorted
            .Take(input.Limit + 1)
            .Join(
                db.Accounts.OwnedBy(owner),
                row => row.UserId,
                account => account.UserId,
                ApplicationRow.From(db.ApplicationParts.OwnedBy(owner), clock.Now())
            )
            .ToListAsync(cancel);
        return rows.ToPage(
            input.Limit,
            row => ApplicationOrder.CursorAt(row, input),
            input.Count ? await matching.CountAsync(cancel) : null
        );
    }

    private static IQueryable<JobApplication> Matching(IQueryable<JobApplication> rows, Input input)
    {
        foreach (var word in Folding.Words(input.Q))
            rows = rows.Where(row => row.SearchText.Contains(word));
        if (input.Status.Count > 0)
            rows = rows.Where(row => input.Status.Contains(row.Status));
        if (input.Response is { } response)
        {
            var statuses = Statuses.Of(response);
            rows = rows.Where(row => statuses.Contains(row.Status));
        }
        if (input.EmploymentType is { } type)
            rows = rows.Where(row => row.EmploymentType == type);
        if (input.Channel is { } channel)
            rows = rows.Where(row => row.Channel == channel);
        if (input.Favorite is { } favorite)
            rows = rows.Where(row => row.IsFavorite == favorite);
        if (input.AppliedFrom is { } from)
            rows = rows.Where(row => row.AppliedOn >= from);
        if (input.AppliedTo is { } to)
            rows = rows.Where(row => row.AppliedOn <= to);
        return rows;
    }
}
