using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Begins a conversation about an application. Nothing is sent anywhere by that.</summary>
public sealed class StartConversation(JobTrackerDb db, StartConversation.Rules rules, TimeProvider clock)
{
    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }

        /// <summary>Null lets the first message name it.</summary>
        public string? Title { get; init; }

        /// <summary>Items of the context that the coach is not to see.</summary>
        public IReadOnlyList<string> ExcludedItems { get; init; } = [];
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.ApplicationId).NotNull().WithMessage(_ => t["Choose an application."]);
            RuleFor(input => input.Title).Text(Conversation.MostTitle, t);
            RuleFor(input => input.ExcludedItems).ItemKeys(t);
        }
    }

    public async Task<Outcome<ConversationRow>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        var title = Tidy.Line(input.Title) ?? "";
        if (rules.Check(input with { Title = title }) is { } refused)
            return refused;
        if (!await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == input.ApplicationId, cancel))
            return new NotFound();
        var now = clock.Now();
        var conversation = Conversation.Start(owner, input.ApplicationId!.Value, ConversationMode.Chat, title, now);
        conversation.Exclude(ExcludedKeys.Once(input.ExcludedItems), now);
        db.Add(conversation);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException orphan) when (orphan.MissesAccount())
        {
            return new AccountGone();
        }
        return ConversationRow.Of(conversation);
    }
}

/// <summary>The keys of items that are kept from the coach.</summary>
internal static class ExcludedKeys
{
    private const int MostKey = 100;

    public static IReadOnlyList<string> Once(IReadOnlyList<string> keys) => [.. keys.Distinct(StringComparer.Ordinal)];

    public static void ItemKeys<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule, IStringLocalizer t) =>
        rule.Must(keys => keys.Count <= Conversation.MostExcluded && keys.All(IsKey))
            .WithMessage(_ => t["Use at most {0} keys of items, as the context lists them.", Conversation.MostExcluded]);

    private static bool IsKey(string? key) => key is { Length: > 0 and <= MostKey } && key.All(character => character is >= '!' and <= '~');
}
