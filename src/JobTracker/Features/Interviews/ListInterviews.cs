using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>A page of somebody's interviews, by their start.</summary>
public sealed class ListInterviews(JobTrackerDb db, ListInterviews.Rules rules, IStringLocalizer<Texts> t)
{
    private const string ByStart = "starts_at";

    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }
        public IReadOnlyList<InterviewStatus> Status { get; init; } = [];

        /// <summary>Those that start then or later.</summary>
        public DateTimeOffset? From { get; init; }

        /// <summary>Those that start before then.</summary>
        public DateTimeOffset? To { get; init; }
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
            RuleFor(input => input.To)
                .Must((input, to) => to is null || input.From is null || to >= input.From)
                .WithMessage(_ => t["The end cannot come before the beginning."]);
        }
    }

    public async Task<Outcome<Page<InterviewRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset, Guid)? after = null;
        if (input.Cursor is not null && (after = Cursor.InstantPlace(input.Cursor, ByStart)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var matching = Matching(db.Interviews.OwnedBy(owner), input);
        var rows = await matching
            .InOrder(row => row.StartsAt, row => row.Id, descending: false, after)
            .Take(input.Limit + 1)
            .Select(InterviewRow.From)
            .ToListAsync(cancel);
        return rows.ToPage(
            input.Limit,
            row => Cursor.At(ByStart, row.StartsAt, row.Id),
            input.Count ? await matching.CountAsync(cancel) : null
        );
    }

    private static IQueryable<Interview> Matching(IQueryable<Interview> rows, Input input)
    {
        if (input.ApplicationId is { } application)
            rows = rows.Where(row => row.ApplicationId == application);
        if (input.Status.Count > 0)
            rows = rows.Where(row => input.Status.Contains(row.Status));
        if (input.From is { } from)
            rows = rows.Where(row => row.StartsAt >= from);
        if (input.To is { } to)
            rows = rows.Where(row => row.StartsAt < to);
        return rows;
    }
}
