using JobTracker.Data;
using JobTracker.Features.Applications;

namespace JobTracker.Features.Interviews;

/// <summary>One round of interviews for an application.</summary>
public sealed class Interview : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it belongs to, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>IANA name: the zone that the time was agreed in.</summary>
    public string TimeZone { get; private set; } = "";
    public int DurationMinutes { get; private set; }
    public InterviewType Type { get; private set; }
    public InterviewFormat Format { get; private set; }
    public string? Location { get; private set; }
    public InterviewStatus Status { get; private set; }
    public string? Interviewer { get; private set; }

    /// <summary>Preparation.</summary>
    public string? Comment { get; private set; }

    /// <summary>What was written down afterwards.</summary>
    public string? Debrief { get; private set; }

    /// <summary>All searchable text, folded.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }
}

/// <summary>Who it is with, and what it is about.</summary>
public enum InterviewType
{
    Hr,
    Technical,
    Manager,
    Final,
    Other,
}

/// <summary>How people meet.</summary>
public enum InterviewFormat
{
    Phone,
    Video,
    InPerson,
}

/// <summary>Whether it is still to come.</summary>
public enum InterviewStatus
{
    Planned,
    Completed,
    Cancelled,
}
