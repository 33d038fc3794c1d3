using JobTracker.Features.Accounts;

namespace JobTracker.Features.Coach.Limits;

/// <summary>What the coach is for somebody without a key, and how much of it there is in a UTC day. Null means unlimited.</summary>
/// <param name="Enabled">Whether the operator has a key.</param>
/// <param name="Provider">Null when not.</param>
/// <param name="Model">The provider's name of it.</param>
/// <param name="MaxMessagesPerDay">Per person.</param>
/// <param name="MaxTokensPerDay">Per person.</param>
/// <param name="MaxTokensPerDayTotal">Of all people together.</param>
/// <param name="MaxMessagesPerDayOwnKey">For somebody with a key.</param>
public sealed record CoachStandingOfSite(
    bool Enabled,
    AiProvider? Provider,
    string? Model,
    int? MaxMessagesPerDay,
    long? MaxTokensPerDay,
    long? MaxTokensPerDayTotal,
    int? MaxMessagesPerDayOwnKey
);
