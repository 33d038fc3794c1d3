using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Context;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Questions;

/// <summary>A question that an interview may bring, or one to ask there.</summary>
public sealed class PreparedQuestion : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it belongs to, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Why it may come, or why to ask it.</summary>
    public string? Why { get; private set; }

    /// <summary>What it was made from; null for the person's own.</summary>
    public ItemKind? Source { get; private init; }

    /// <summary>The hash of the context that it was made from; null for the person's own.</summary>
    public string? MadeFrom { get; private init; }

    /// <summary>The person has changed it: it is kept when questions are made anew.</summary>
    public bool IsEdited { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>One of the person's own.</summary>
    public static PreparedQuestion Create(UserId owner, QuestionFacts facts, DateTimeOffset now)
    {
        var question = new PreparedQuestion
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ApplicationId = facts.ApplicationId!.Value,
            CreatedAt = now,
        };
        question.Put(facts, now);
        return question;
    }

    /// <summary>One that the model has made.</summary>
    internal static PreparedQuestion Make(UserId owner, Guid application, MadeQuestion made, string context, DateTimeOffset now) =>
        new()
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ApplicationId = application,
            Kind = made.Kind,
            Text = made.Text,
            Why = made.Why,
            Source = made.Source,
            MadeFrom = context,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };

    /// <summary>Replaces everything but the application, with which it stays.</summary>
    public void Take(QuestionFacts facts, DateTimeOffset now)
    {
        IsEdited = true;
        Put(facts, now);
    }

    /// <summary>The writable fields as they stand.</summary>
    public QuestionFacts Facts() =>
        new()
        {
            ApplicationId = ApplicationId,
            Kind = Kind,
            Text = Text,
            Why = Why,
        };

    private void Put(QuestionFacts facts, DateTimeOffset now)
    {
        Kind = facts.Kind;
        Text = facts.Text!;
        Why = facts.Why;
        UpdatedAt = now;
        Version++;
    }
}

/// <summary>What a question is about.</summary>
public enum QuestionKind
{
    Behavioural,
    Technical,
    Company,
    ToAsk,
}
