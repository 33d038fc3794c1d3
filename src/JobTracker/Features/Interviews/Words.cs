namespace JobTracker.Features.Interviews;

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
