using System.Globalization;
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
        if (input.Cursor is not null && (after = PlaceOf(input.Cursor, ByStart)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var matching = Matching(db.Interviews.OwnedBy(owner), input);
        var rows = await matching
            .InOrder(row => row.StartsAt, row => row.Id, descending: false, after)
            .Take(input.Limit + 1)
            .Select(InterviewRow.From)
            .ToListAsync(cancel);
        var next = rows.Count > input.Limit ? CursorAt(rows[input.Limit - 1], ByStart) : null;
        var total = input.Count ? await matching.CountAsync(cancel) : (int?)null;
        return new Page<InterviewRow>([.. rows.Take(input.Limit)], next, total);
    }

    /// <summary>The place of a row in an order by start.</summary>
    internal static string CursorAt(InterviewRow row, string order) =>
        new Cursor(order, row.StartsAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), row.Id).Encode();

    /// <summary>Null when the cursor does not belong to this order.</summary>
    internal static (DateTimeOffset, Guid)? PlaceOf(string cursor, string order) =>
        Cursor.Decode(cursor, order) is { } at
        && DateTimeOffset.TryParseExact(at.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? (instant, at.Id)
            : null;

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
