namespace JobTracker.Features.Accounts;

/// <summary>One signed-in browser or program. It stands behind the cookie and the token: without it both are worthless.</summary>
public sealed class SignIn
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required SignInKind Kind { get; init; }

    /// <summary>What the person will recognise: browser and system, never an address.</summary>
    public required string Device { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>How the holder proves it.</summary>
public enum SignInKind
{
    Browser,
    Token,
}
