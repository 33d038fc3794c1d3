namespace JobTracker.Features.Accounts;

/// <summary>What a person's settings say about days.</summary>
/// <param name="TimeZone">IANA name: says which day is today.</param>
/// <param name="FollowUpDays">How long to wait for an answer.</param>
public sealed record DaySettings(string TimeZone, int FollowUpDays);
