namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>The app on somebody's phone that shows codes. It counts once <see cref="User.TwoFactorEnabled"/> is set; until then it is being set up.</summary>
public sealed class Authenticator
{
    public required Guid UserId { get; init; }

    /// <summary>Only <see cref="SecretSeals"/> can open it.</summary>
    public required string SealedSecret { get; init; }

    /// <summary>The thirty seconds whose code was used last: no code of these or before is taken again.</summary>
    public required long LastStep { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What lets its owner in once when the phone is lost.</summary>
public sealed class RecoveryCode
{
    public required Guid UserId { get; init; }
    public required byte[] CodeHash { get; init; }
}
