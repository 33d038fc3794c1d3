using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Something said in a conversation: by the person, or by the coach in reply. While a reply is written its text is in its <see cref="CoachChunk"/>s.</summary>
public sealed class CoachMessage : IOwned
{
    /// <summary>Of a reply; what a person writes is shorter.</summary>
    public const int MostText = 100_000;

    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ConversationId { get; init; }

    /// <summary>For queries: that it is hidden with its application.</summary>
    public Conversation? Conversation { get; private set; }
    public required MessageRole Role { get; init; }
    public required MessageStatus Status { get; init; }
    public string Text { get; init; } = "";

    /// <summary>The name that the sender gave it, so that sending it again is the same message. Null for a reply.</summary>
    public string? ClientMessageId { get; init; }

    /// <summary>For a reply: the message that it answers.</summary>
    public Guid? AnswersId { get; init; }

    /// <summary>For a reply: 1, or more when it was asked for again.</summary>
    public int? Variant { get; init; }
    public AiProvider? Provider { get; init; }
    public string? Model { get; init; }
    public int? InputTokens { get; init; }
    public int? OutputTokens { get; init; }

    /// <summary>True when the model stopped because the answer became too long.</summary>
    public bool Cut { get; init; }

    /// <summary>What went wrong, by the contract's word.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider's own word for why it would not answer.</summary>
    public string? Reason { get; init; }

    /// <summary>When it may work again, where that is known.</summary>
    public DateTimeOffset? RetryAt { get; init; }
    public bool StopRequested { get; init; }

    /// <summary>Until when the process that writes the reply counts as alive; it moves this on again and again.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>What was set aside of the person's allowance.</summary>
    public Guid? ReservationId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    public static CoachMessage Ask(UserId owner, Guid conversation, string text, string clientMessageId, DateTimeOffset now) =>
        new()
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation,
            Role = MessageRole.User,
            Status = MessageStatus.Done,
            Text = text,
            ClientMessageId = clientMessageId,
            CreatedAt = now,
            FinishedAt = now,
        };

    /// <summary>A reply that has no word yet.</summary>
    public static CoachMessage Reply(CoachMessage question, int variant, CoachModel model, Guid reservation, DateTimeOffset now) =>
        new()
        {
            UserId = question.UserId,
            Id = Guid.CreateVersion7(now),
            ConversationId = question.ConversationId,
            Role = MessageRole.Coach,
            Status = MessageStatus.Streaming,
            AnswersId = question.Id,
            Variant = variant,
            Provider = model.Provider,
            Model = model.Model,
            ReservationId = reservation,
            LeaseUntil = now + ReplyLease.Length,
            CreatedAt = now,
        };
}

public enum MessageRole
{
    User,
    Coach,
}

public enum MessageStatus
{
    Streaming,
    Done,
    Stopped,
    Interrupted,
    Failed,
}

/// <summary>A piece of a reply, as it came.</summary>
public sealed class CoachChunk : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid ReplyId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }
    public required string Text { get; init; }
}

/// <summary>How long a process may be silent before the replies that it was writing are given up.</summary>
public static class ReplyLease
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    /// <summary>How often it is renewed while no text comes, which would renew it too.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
}
