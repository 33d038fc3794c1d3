using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A message as it is shown. A reply that is being written has its text so far.</summary>
public sealed record MessageRow
{
    public required Guid Id { get; init; }
    public required MessageRole Role { get; init; }
    public required MessageStatus Status { get; init; }
    public required string Text { get; init; }

    /// <summary>For a reply: the message that it answers, and which try it is.</summary>
    public Guid? AnswersId { get; init; }
    public int? Variant { get; init; }

    /// <summary>True when the model stopped because the answer became too long.</summary>
    public bool Cut { get; init; }
    public AiProvider? Provider { get; init; }
    public string? Model { get; init; }
    public TokenUsage? Usage { get; init; }
    public MessageError? Error { get; init; }

    /// <summary>While it is written: the number of the last piece in <see cref="Text"/>, after which its stream goes on.</summary>
    public int? LastChunk { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <param name="message">The row.</param>
    /// <param name="t">For the sentence about what went wrong.</param>
    /// <param name="written">What there is of a reply that is being written.</param>
    internal static MessageRow Of(CoachMessage message, IStringLocalizer<Texts> t, WrittenSoFar? written = null) =>
        new()
        {
            Id = message.Id,
            Role = message.Role,
            Status = message.Status,
            Text = written?.Text ?? message.Text,
            AnswersId = message.AnswersId,
            Variant = message.Variant,
            Cut = message.Cut,
            Provider = message.Provider,
            Model = message.Model,
            Usage = message is { InputTokens: { } input, OutputTokens: { } output } ? new TokenUsage(input, output) : null,
            Error = message.ErrorCode is { } code
                ? new MessageError(code, Sentence(message, code, t), message.Reason, message.RetryAt)
                : null,
            LastChunk = written?.LastChunk,
            CreatedAt = message.CreatedAt,
            FinishedAt = message.FinishedAt,
        };

    private static string Sentence(CoachMessage message, string code, IStringLocalizer<Texts> t) =>
        code == Internal
            ? t["Something went wrong on our side. Your message is kept: please try again."]
            : AiSentences.Of(new AiTrouble(code, message.RetryAt - message.FinishedAt, message.Reason), message.Provider, t);

    /// <summary>The code of a mistake of ours.</summary>
    internal const string Internal = "internal";
}

/// <summary>What a reply took, in the provider's tokens.</summary>
public sealed record TokenUsage(int InputTokens, int OutputTokens);

/// <summary>Why a reply has no end.</summary>
/// <param name="Code">The contract's word.</param>
/// <param name="Message">What people read, in their language.</param>
/// <param name="Reason">The provider's own word for why it would not answer.</param>
/// <param name="RetryAt">When it may work again, where that is known.</param>
public sealed record MessageError(string Code, string Message, string? Reason, DateTimeOffset? RetryAt);

/// <summary>What is stored of a reply that is being written.</summary>
internal sealed record WrittenSoFar(string Text, int LastChunk);
