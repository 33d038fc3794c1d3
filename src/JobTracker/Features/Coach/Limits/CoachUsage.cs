using JobTracker.Data;
using JobTracker.Features.Coach.Providers;

namespace JobTracker.Features.Coach.Limits;

/// <summary>What somebody has used of the coach in a day, reservations included. Changed only by the atomic statements of <see cref="CoachAllowance"/>.</summary>
public sealed class CoachUsage : IOwned
{
    public required Guid UserId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }
    public required Purse Purse { get; init; }
    public required int Messages { get; init; }
    public required long Tokens { get; init; }
}
