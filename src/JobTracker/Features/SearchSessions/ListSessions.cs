using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>A page of somebody's sessions, the newest first.</summary>
public sealed class ListSessions(JobTrackerDb db, ListSessions.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    private const string Order = "started_at desc";

    public sealed record Input
    {
        /// <summary>True for finished ones alone, false for the open one.</summary>
        public bool? Finished { get; init; }
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) => RuleFor(input => input.Limit).Limit(t);
    }

    public async Task<Outcome<Page<SessionRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset, Guid)? after = null;
        if (input.Cursor is not null && (after = Cursor.InstantPlace(input.Cursor, Order)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var matching = db.SearchSessions.OwnedBy(owner).AsNoTracking();
        if (input.Finished is { } finished)
            matching = matching.Where(row => row.FinishedAt != null == finished);
        var rows = await matching
            .InOrder(row => row.StartedAt, row => row.Id, descending: true, after)
            .Take(input.Limit + 1)
            .ToListAsync(cancel);
        var now = clock.Now();
        return rows.ConvertAll(row => SessionRow.Of(row, now))
            .ToPage(input.Limit, row => Cursor.At(Order, row.StartedAt, row.Id), input.Count ? await matching.CountAsync(cancel) : null);
    }
}
