using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Mock;

/// <summary>An interview to practise with: the coach asks, the person answers, each answer gets feedback. Its id is its conversation's.</summary>
public sealed class MockInterview : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it is for, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public required InterviewType Type { get; init; }

    /// <summary>One of <see cref="Locales.All"/>.</summary>
    public required string Language { get; init; }
    public required Difficulty Difficulty { get; init; }

    /// <summary>How many there are, follow-ups apart.</summary>
    public required int Questions { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From then on there is a report, and nothing is asked any more.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }
    public int Version { get; private set; }

    public static MockInterview Start(UserId owner, Guid conversation, MockFacts facts, int questions, DateTimeOffset now) =>
        new()
        {
            UserId = owner.Value,
            Id = conversation,
            ApplicationId = facts.ApplicationId!.Value,
            Type = facts.Type,
            Language = facts.Language!,
            Difficulty = facts.Difficulty,
            Questions = questions,
            StartedAt = now,
            Version = 1,
        };

    public void Finish(DateTimeOffset now)
    {
        FinishedAt ??= now;
        Version++;
    }
}

/// <summary>How demanding the interviewer is.</summary>
public enum Difficulty
{
    Gentle,
    Usual,
    Tough,
}
