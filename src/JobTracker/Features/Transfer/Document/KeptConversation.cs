using System.Text.Json;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Mock;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Interviews;

namespace JobTracker.Features.Transfer.Document;

/// <summary>A question prepared for an interview.</summary>
public sealed record KeptQuestion
{
    public required Guid Id { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Text { get; init; }
    public string? Why { get; init; }
    public ItemKind? Source { get; init; }
    public string? MadeFrom { get; init; }
    public bool IsEdited { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>An exchange with the coach; a mock interview is one with <see cref="Mock"/>.</summary>
public sealed record KeptConversation
{
    public required Guid Id { get; init; }
    public required ConversationMode Mode { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<string> ExcludedItems { get; init; } = [];
    public string? Summary { get; init; }
    public Guid? SummarizedUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<KeptMessage> Messages { get; init; } = [];
    public KeptMock? Mock { get; init; }
}

/// <summary>Something that was said. A reply that was being written while it was exported is kept as an interrupted one.</summary>
public sealed record KeptMessage
{
    public required Guid Id { get; init; }
    public required MessageRole Role { get; init; }
    public required MessageStatus Status { get; init; }
    public required string Text { get; init; }
    public string? ClientMessageId { get; init; }
    public Guid? AnswersId { get; init; }
    public int? Variant { get; init; }
    public AiProvider? Provider { get; init; }
    public string? Model { get; init; }
    public int? InputTokens { get; init; }
    public int? OutputTokens { get; init; }
    public bool Cut { get; init; }
    public string? ErrorCode { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
}

public sealed record KeptMock
{
    public required InterviewType Type { get; init; }
    public required string Language { get; init; }
    public required Difficulty Difficulty { get; init; }

    /// <summary>How many were agreed on, follow-ups apart.</summary>
    public required int Questions { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public IReadOnlyList<KeptMockQuestion> Asked { get; init; } = [];
}

public sealed record KeptMockQuestion
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required bool IsFollowUp { get; init; }
    public required string Text { get; init; }
    public string? Answer { get; init; }
    public int? Seconds { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>A <see cref="Coach.Mock.Feedback"/>, as it is stored.</summary>
    public JsonElement? Feedback { get; init; }
    public string? Prose { get; init; }
}
