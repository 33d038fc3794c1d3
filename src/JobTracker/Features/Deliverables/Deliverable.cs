using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Deliverables;

/// <summary>A thing to hand in for one application.</summary>
public sealed class Deliverable : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it belongs to, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public string Title { get; private set; } = "";
    public DeliverableKind Kind { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DeliverableState State { get; private set; }
    public string? Content { get; private set; }

    /// <summary>The writing that the content was copied from.</summary>
    public Guid? SourceWritingId { get; private set; }

    /// <summary>Set exactly while the state is done.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>All searchable text, folded.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }

    public static Deliverable Create(UserId owner, DeliverableFacts facts, DateTimeOffset now)
    {
        var deliverable = new Deliverable
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ApplicationId = facts.ApplicationId!.Value,
            CreatedAt = now,
        };
        deliverable.Take(facts, now);
        return deliverable;
    }

    /// <summary>Replaces everything but the application, with which it stays.</summary>
    public void Take(DeliverableFacts facts, DateTimeOffset now)
    {
        Title = facts.Title!;
        Kind = facts.Kind;
        DueOn = facts.DueOn;
        Content = facts.Content;
        SourceWritingId = facts.SourceWritingId;
        SearchText = SearchTextOf(Title, Content);
        MoveTo(facts.State, now);
    }

    /// <summary>What is found, and by which text.</summary>
    public static string SearchTextOf(string title, string? content) => Folding.Fold(string.Join('\n', title, content));

    /// <summary>The writable fields as they stand.</summary>
    public DeliverableFacts Facts() =>
        new()
        {
            ApplicationId = ApplicationId,
            Title = Title,
            Kind = Kind,
            DueOn = DueOn,
            State = State,
            Content = Content,
            SourceWritingId = SourceWritingId,
        };

    /// <summary>The one place where the state changes, and with it when it was completed: the two cannot disagree.</summary>
    public void MoveTo(DeliverableState state, DateTimeOffset now)
    {
        State = state;
        CompletedAt = state == DeliverableState.Done ? CompletedAt ?? now : null;
        UpdatedAt = now;
        Version++;
    }
}

/// <summary>What is to be handed in.</summary>
public enum DeliverableKind
{
    Essay,
    Question,
    Resume,
    CoverLetter,
    Form,
    Other,
}

/// <summary>How far it is.</summary>
public enum DeliverableState
{
    NotStarted,
    InProgress,
    Done,
}
