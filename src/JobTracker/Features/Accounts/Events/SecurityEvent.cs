using JobTracker.Data;

namespace JobTracker.Features.Accounts.Events;

/// <summary>Something that happened to an account and that its owner should be able to look up. No network address stands here.</summary>
public sealed class SecurityEvent : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required SecurityEventKind Kind { get; init; }

    /// <summary>Browser and system, where they help to recognise who it was.</summary>
    public string? Device { get; init; }

    /// <summary>Failed sign-ins of one hour are one event.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The last time, where there were several.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>What can happen.</summary>
public enum SecurityEventKind
{
    Registered,
    InvitationUsed,
    SignedIn,
    SignInFailed,
    SignedOutEverywhere,
    DeviceRevoked,
    PasswordChanged,
    PasswordReset,
    AddressConfirmed,
    AddressChanged,
    TwoFactorOn,
    TwoFactorOff,
    RecoveryCodeUsed,
    RecoveryCodesRenewed,
    KeysChanged,
    DataExported,
    CalendarShared,
}
