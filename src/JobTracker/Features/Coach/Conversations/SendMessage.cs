using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Says something to the coach, whose reply is then written whether anybody waits for it or not. The same message sent again is the same message.</summary>
public sealed class SendMessage(
    JobTrackerDb db,
    SendMessage.Rules rules,
    OpenModel open,
    BeginReply begin,
    IStringLocalizer<Texts> t,
    TimeProvider clock
)
{
    public const int MostText = 4_000;

    public sealed record Input
    {
        public string? Text { get; init; }

        /// <summary>The sender's own name for the message.</summary>
        public string? ClientMessageId { get; init; }

        public Input Tidied() => this with { Text = Tidy.Block(Text) };
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        private const int MostId = 64;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Text).NotEmpty().WithMessage(_ => t["Write a message."]).Spoken(MostText, t);
            RuleFor(input => input.ClientMessageId)
                .Must(id => id is { Length: > 0 and <= MostId } && id.All(character => character is >= '!' and <= '~'))
                .WithMessage(_ => t["Use 1 to {0} visible characters.", MostId]);
        }
    }

    public async Task<Outcome<SentMessage>> RunAsync(UserId owner, Guid conversationId, Input input, CancellationToken cancel)
    {
        var said = input.Tidied();
        if (rules.Check(said) is { } refused)
            return refused;
        if (!await db.Conversations.OwnedBy(owner).AnyAsync(row => row.Id == conversationId, cancel))
            return new NotFound();
        if (await SentBeforeAsync(owner, conversationId, said, cancel) is { } before)
            return before;
        // Outside of the transaction, which others wait for: it looks for keys.
        var opened = await open.RunAsync(owner, cancel);
        if (opened is not Done<CoachModel> { Value: var model })
            return ((Failed<CoachModel>)opened).Failure;

        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockConversationAsync(owner, conversationId, cancel) is not { } conversation)
            return new NotFound();
        if (conversation.Mode != ConversationMode.Chat)
            return new Conflict("conflict", t["This is a mock interview: it takes answers, not messages."]);
        if (await SentBeforeAsync(owner, conversationId, said, cancel) is { } meanwhile)
            return meanwhile;
        var question = CoachMessage.Ask(owner, conversationId, said.Text!, said.ClientMessageId!, clock.Now());
        db.Add(question);
        conversation.NameAfter(question.Text);
        return await begin.RunAsync(owner, conversation, question, variant: 1, model, work, cancel);
    }

    private async Task<Outcome<SentMessage>?> SentBeforeAsync(UserId owner, Guid conversation, Input said, CancellationToken cancel)
    {
        var first = await db
            .CoachMessages.OwnedBy(owner)
            .Where(row => row.ConversationId == conversation && row.Role == MessageRole.User && row.ClientMessageId == said.ClientMessageId)
            .Select(row => new { row.Id, row.Text })
            .SingleOrDefaultAsync(cancel);
        if (first is null)
            return null;
        if (first.Text != said.Text)
            return new Conflict("conflict", t["Another message was sent under this client_message_id."]);
        var reply = await db
            .CoachMessages.OwnedBy(owner)
            .Where(row => row.AnswersId == first.Id && row.Variant == 1)
            .Select(row => row.Id)
            .SingleAsync(cancel);
        return new SentMessage(first.Id, reply);
    }
}

/// <summary>The rule for what is said to the coach.</summary>
internal static class SpokenText
{
    /// <summary>Text without control characters other than tabs and line ends.</summary>
    public static IRuleBuilderOptions<T, string?> Spoken<T>(this IRuleBuilder<T, string?> rule, int most, IStringLocalizer t) =>
        rule.Text(most, t)
            .Must(text => text is null || !text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')))
            .WithMessage(_ => t["This text has a character that cannot be kept."]);
}
