using JobTracker.Data;
using JobTracker.Features.Coach.Providers;

namespace JobTracker.Features.Coach.Limits;

/// <summary>A message and its tokens that are taken while the answer is under way. Whoever holds it renews it; what a dead process held is given back.</summary>
public sealed class CoachReservation : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The UTC day that it counts for, also when the answer ends on the next.</summary>
    public required DateOnly Day { get; init; }
    public required Purse Purse { get; init; }
    public required long Tokens { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
