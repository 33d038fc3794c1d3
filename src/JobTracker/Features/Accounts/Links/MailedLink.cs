namespace JobTracker.Features.Accounts.Links;

/// <summary>A link that was mailed to somebody and has not been used. Its token is kept as a hash; a newer one for the same purpose replaces it.</summary>
public sealed class MailedLink
{
    public required Guid UserId { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required byte[] TokenHash { get; init; }

    /// <summary>Where it was sent: whoever uses it reads mail there.</summary>
    public required string Email { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What it is good for, and for nothing else.</summary>
public enum LinkPurpose
{
    ConfirmAddress,
    ResetPassword,
}

/// <summary>Somebody asked for a new password. Whether anybody has the address is looked up after the answer.</summary>
public sealed class ResetRequest
{
    public required Guid Id { get; init; }
    public required string NormalizedEmail { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
