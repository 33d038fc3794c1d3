namespace JobTracker.Features.Statistics;

/// <summary>What a counted row is about: the bits that PostgreSQL's grouping() gives for the columns that it is not grouped by.</summary>
internal enum Cut
{
    Standing = 0b01111,
    Type = 0b10111,
    Channel = 0b11011,
    Day = 0b11101,
    Delay = 0b11110,
}

/// <summary>How many applications have something in common. Only the columns of its cut are filled.</summary>
/// <param name="IsCurrent">In the period itself, not in the one before.</param>
/// <param name="Reached">0 when not applied, else the furthest <see cref="Stage"/> counted from 1.</param>
/// <param name="Path">Of the stages between applied and accepted those that its way went through forwards: 1 screening, 2 interview, 4 offer.</param>
/// <param name="AppliedOn">Of the cut by days.</param>
/// <param name="Delay">Days from applied to the first answer.</param>
/// <param name="Recent">How many were applied to in the last 30 days.</param>
internal sealed record CountedRow(
    int Cut,
    bool? IsCurrent,
    string? Status,
    int? Reached,
    bool? IsAnswered,
    bool? IsInterviewed,
    int? Path,
    string? EmploymentType,
    string? Channel,
    DateOnly? AppliedOn,
    int? Delay,
    int Count,
    int Favorites,
    int Recent,
    int Applied,
    int Answered
);
