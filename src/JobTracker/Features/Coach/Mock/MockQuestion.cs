using System.Text.Json;
using JobTracker.Data;
using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Mock;

/// <summary>A question of a mock interview, the answer to it, and what the coach says of that.</summary>
public sealed class MockQuestion : IOwned
{
    public const int MostText = 1_000;
    public const int MostAnswer = 6_000;
    public const int MostProse = 20_000;
    public const int MostSeconds = 86_400;

    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid MockId { get; init; }

    /// <summary>For queries: that it is hidden with its application.</summary>
    public MockInterview? Mock { get; private set; }

    /// <summary>From 1; a follow-up has its question's.</summary>
    public required int Number { get; init; }
    public required bool IsFollowUp { get; init; }
    public required string Text { get; init; }

    public string? Answer { get; private set; }

    /// <summary>How long the person took; null when nobody knows.</summary>
    public int? Seconds { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Until then somebody waits for the feedback; who comes meanwhile does not ask for it again.</summary>
    public DateTimeOffset? JudgingUntil { get; private set; }

    /// <summary>A <see cref="Coach.Mock.Feedback"/> as JSON.</summary>
    public string? FeedbackJson { get; private set; }

    /// <summary>What the model wrote when it was no feedback in the form that was asked for.</summary>
    public string? Prose { get; private set; }

    public bool IsJudged => FeedbackJson is not null || Prose is not null;

    public Feedback? Feedback => FeedbackJson is null ? null : JsonSerializer.Deserialize<Feedback>(FeedbackJson, JsonAnswer.Options);

    public static MockQuestion Ask(UserId owner, Guid mock, int number, string text, bool isFollowUp, DateTimeOffset now) =>
        new()
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            MockId = mock,
            Number = number,
            IsFollowUp = isFollowUp,
            Text = text,
        };

    public bool IsBeingJudged(DateTimeOffset now) => JudgingUntil > now;

    /// <summary>Stores the answer; feedback on an earlier one goes.</summary>
    public void Take(string answer, int? seconds, DateTimeOffset now)
    {
        Answer = answer;
        Seconds = seconds;
        AnsweredAt = now;
        FeedbackJson = null;
        Prose = null;
    }

    /// <summary>Somebody begins to wait for feedback.</summary>
    public void BeginJudging(DateTimeOffset until) => JudgingUntil = until;

    public void Judge(Feedback feedback)
    {
        JudgingUntil = null;
        Prose = null;
        FeedbackJson = JsonSerializer.Serialize(feedback, JsonAnswer.Options);
    }

    public void JudgeInProse(string text)
    {
        JudgingUntil = null;
        Prose = text;
    }

    /// <summary>No feedback came; the answer stays.</summary>
    public void StayUnjudged() => JudgingUntil = null;
}
