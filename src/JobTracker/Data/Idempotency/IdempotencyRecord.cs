namespace JobTracker.Data.Idempotency;

/// <summary>What was answered to a request that may be repeated.</summary>
public sealed class IdempotencyRecord : IOwned
{
    public required Guid UserId { get; init; }

    /// <summary>The route's pattern: the same key means something else on another route.</summary>
    public required string Route { get; init; }
    public required string Key { get; init; }

    /// <summary>Path and body, so that a key is not used for something else.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>Null only inside the transaction that is still at work.</summary>
    public int? Status { get; init; }
    public string? Location { get; init; }
    public string? Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
