using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Quotas;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Coach.Limits;

/// <summary>How much of the coach there is in a UTC day, by who pays.</summary>
public sealed class CoachLimits(IOptionsMonitor<QuotasOptions> options, TimeProvider clock)
{
    /// <summary>Today in UTC, for everybody: what is bought from a provider does not follow people's time zones.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>When the next day begins.</summary>
    public DateTimeOffset ResetsAt => new(Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Messages per person; null means unlimited.</summary>
    public int? Messages(Purse purse) =>
        purse == Purse.Server ? options.CurrentValue.CoachMessagesPerDay : options.CurrentValue.CoachMessagesPerDayOwnKey;

    /// <summary>Tokens per person; null means unlimited, as it always is on a key of one's own.</summary>
    public long? Tokens(Purse purse) => purse == Purse.Server ? options.CurrentValue.CoachTokensPerDay : null;

    /// <summary>Tokens of all people together; null means unlimited.</summary>
    public long? TokensOfAll(Purse purse) => purse == Purse.Server ? options.CurrentValue.CoachTokensPerDayTotal : null;
}
