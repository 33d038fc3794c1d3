using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;

namespace JobTracker.Features.Transfer.Document;

/// <summary>An application with everything under it, as the export's document has it: only what is stored, nothing that is derived.</summary>
public sealed record KeptApplication
{
    public required Guid Id { get; init; }
    public required string Company { get; init; }
    public required string Position { get; init; }
    public EmploymentType? EmploymentType { get; init; }
    public string? Location { get; init; }
    public Channel? Channel { get; init; }
    public string? Link { get; init; }
    public string? Salary { get; init; }
    public string? Contact { get; init; }
    public required ApplicationStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? AppliedOn { get; init; }
    public DateOnly? RespondedOn { get; init; }
    public DateOnly? FollowUpOn { get; init; }
    public DateOnly? LastFollowUpOn { get; init; }
    public string? Comment { get; init; }
    public string? Posting { get; init; }
    public DateTimeOffset? PostingCapturedAt { get; init; }
    public bool IsFavorite { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Oldest first; never empty.</summary>
    public required IReadOnlyList<KeptChange> History { get; init; }
    public IReadOnlyList<KeptDeliverable> Deliverables { get; init; } = [];

    /// <summary>The notes that belong to this application; the bank's are beside the applications.</summary>
    public IReadOnlyList<KeptNote> Writing { get; init; } = [];
    public IReadOnlyList<KeptInterview> Interviews { get; init; } = [];
    public IReadOnlyList<KeptFile> Files { get; init; } = [];
    public IReadOnlyList<KeptQuestion> Questions { get; init; } = [];
    public IReadOnlyList<KeptConversation> Conversations { get; init; } = [];
}

public sealed record KeptChange
{
    public required Guid Id { get; init; }
    public required ApplicationStatus Status { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

public sealed record KeptDeliverable
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DeliverableKind Kind { get; init; }
    public DateOnly? DueOn { get; init; }
    public required DeliverableState State { get; init; }
    public string? Content { get; init; }

    /// <summary>A note of this application or of the bank.</summary>
    public Guid? SourceWritingId { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

public sealed record KeptNote
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public required string Content { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

public sealed record KeptInterview
{
    public required Guid Id { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string TimeZone { get; init; }
    public required int DurationMinutes { get; init; }
    public required InterviewType Type { get; init; }
    public required InterviewFormat Format { get; init; }
    public string? Location { get; init; }
    public required InterviewStatus Status { get; init; }
    public string? Interviewer { get; init; }
    public string? Comment { get; init; }
    public string? Debrief { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A document of the application; its bytes stand in the archive under <see cref="Path"/>.</summary>
public sealed record KeptFile
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Inside the archive: <c>files/{id}/{name}</c>.</summary>
    public required string Path { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
