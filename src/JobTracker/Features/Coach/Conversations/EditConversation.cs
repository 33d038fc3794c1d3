using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Renames a conversation, and switches items of its context on and off.</summary>
public sealed class EditConversation(JobTrackerDb db, EditConversation.Rules rules, TimeProvider clock)
{
    public sealed record Input
    {
        public string? Title { get; init; }
        public IReadOnlyList<string> ExcludedItems { get; init; } = [];
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Title).NotEmpty().WithMessage(_ => t["Enter a title."]).Text(Conversation.MostTitle, t);
            RuleFor(input => input.ExcludedItems).ItemKeys(t);
        }
    }

    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<ConversationRow>> RunAsync(
        UserId owner,
        Guid id,
        Func<Input, Outcome<Input>> change,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockConversationAsync(owner, id, cancel) is not { } conversation)
            return new NotFound();
        if (ifVersion is { } seen && seen != conversation.Version)
            return new Stale(ConversationRow.Of(conversation));
        var wanted = change(new Input { Title = conversation.Title, ExcludedItems = conversation.ExcludedItems });
        if (wanted is not Done<Input> { Value: var input })
            return ((Failed<Input>)wanted).Failure;

        var (title, excluded) = (Tidy.Line(input.Title), ExcludedKeys.Once(input.ExcludedItems));
        // It has no title before its first message, and may stay like that.
        var isUnnamed = title is null && conversation.Title.Length == 0;
        if (rules.Check(input with { Title = isUnnamed ? "-" : title, ExcludedItems = excluded }) is { } refused)
            return refused;
        conversation.Edit(title ?? "", excluded, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return ConversationRow.Of(conversation);
    }
}
