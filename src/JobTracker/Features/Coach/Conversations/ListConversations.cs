using System.Linq.Expressions;
using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A page of somebody's conversations, of all applications or of one; where something was said last comes first.</summary>
public sealed class ListConversations(JobTrackerDb db, ListConversations.Rules rules, IStringLocalizer<Texts> t)
{
    private const string Order = "updated_at desc";

    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }
        public ConversationMode? Mode { get; init; }
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) => RuleFor(input => input.Limit).Limit(t);
    }

    public Task<Outcome<Page<ConversationRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel) =>
        ReadAsync(owner, input, ConversationRow.From, row => Cursor.At(Order, row.UpdatedAt, row.Id), cancel);

    /// <summary>The same, as the pages show it.</summary>
    public Task<Outcome<Page<ConversationLine>>> BrowseAsync(UserId owner, Input input, CancellationToken cancel) =>
        ReadAsync(owner, input, ConversationLine.From, row => Cursor.At(Order, row.UpdatedAt, row.Id), cancel);

    private async Task<Outcome<Page<T>>> ReadAsync<T>(
        UserId owner,
        Input input,
        Expression<Func<Conversation, T>> shape,
        Func<T, Cursor> placeOf,
        CancellationToken cancel
    )
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset, Guid)? after = null;
        if (input.Cursor is not null && (after = Cursor.InstantPlace(input.Cursor, Order)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var matching = db.Conversations.OwnedBy(owner).AsNoTracking();
        if (input.ApplicationId is { } application)
            matching = matching.Where(row => row.ApplicationId == application);
        if (input.Mode is { } mode)
            matching = matching.Where(row => row.Mode == mode);
        var rows = await matching
            .InOrder(row => row.UpdatedAt, row => row.Id, descending: true, after)
            .Take(input.Limit + 1)
            .Select(shape)
            .ToListAsync(cancel);
        return rows.ToPage(input.Limit, placeOf, input.Count ? await matching.CountAsync(cancel) : null);
    }
}
