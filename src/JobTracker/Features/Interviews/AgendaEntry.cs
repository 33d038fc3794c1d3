namespace JobTracker.Features.Interviews;

/// <summary>An interview as the pages list it: with what it is for.</summary>
public sealed record AgendaEntry : InterviewRow
{
    public required string Company { get; init; }
    public required string Position { get; init; }
    public required bool HasDebrief { get; init; }

    /// <summary>Over, but still called planned: the person has not said how it went.</summary>
    public bool AsksHowItWent(DateTimeOffset now) => Status == InterviewStatus.Planned && EndsAt <= now;

    /// <summary>It took place, or should have, and nothing is written down yet.</summary>
    public bool NeedsDebrief(DateTimeOffset now) => !HasDebrief && (Status == InterviewStatus.Completed || AsksHowItWent(now));
}
