using JobTracker.Data;

namespace JobTracker.Features.Applications;

/// <summary>One dated move to a status. Where it came from is the change before it, in the order of <see cref="InOrder"/>.</summary>
public sealed class StatusChange : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    public required ApplicationStatus Status { get; init; }
    public required DateOnly OccurredOn { get; set; }
    public string? Note { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Oldest first: by day, and within a day as they were entered.</summary>
    public static IEnumerable<StatusChange> InOrder(IEnumerable<StatusChange> changes) =>
        changes.OrderBy(change => change.OccurredOn).ThenBy(change => change.CreatedAt).ThenBy(change => change.Id);
}
