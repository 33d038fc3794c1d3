using JobTracker.Features.Accounts;
using JobTracker.Features.Quotas;

namespace JobTracker.Features.Admin;

/// <summary>An account as administrators see it.</summary>
public sealed record UserLine
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required bool EmailConfirmed { get; init; }
    public string? FullName { get; init; }
    public required bool IsAdmin { get; init; }
    public required bool TwoFactorEnabled { get; init; }
    public DateTimeOffset? DeactivatedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null when no sign-in is left.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }
    public required int ApplicationsUsed { get; init; }

    /// <summary>What holds for this account; null means unlimited.</summary>
    public int? ApplicationsLimit { get; init; }

    /// <summary>The account's own limit; null when the site's holds.</summary>
    public int? ApplicationsMax { get; init; }
    public required long FileBytesUsed { get; init; }
    public long? FileBytesLimit { get; init; }
    public long? FileBytesMax { get; init; }

    internal static UserLine Of(User user, UserAccount account, bool isAdmin, QuotasOptions quotas, DateTimeOffset? lastSeenAt) =>
        new()
        {
            Id = user.Id,
            Email = user.Email!,
            EmailConfirmed = user.EmailConfirmed,
            FullName = account.FullName,
            IsAdmin = isAdmin,
            TwoFactorEnabled = user.TwoFactorEnabled,
            DeactivatedAt = user.DeactivatedAt,
            CreatedAt = user.CreatedAt,
            LastSeenAt = lastSeenAt,
            ApplicationsUsed = account.ApplicationsUsed,
            ApplicationsLimit = account.ApplicationsMax ?? quotas.MaxApplicationsPerUser,
            ApplicationsMax = account.ApplicationsMax,
            FileBytesUsed = account.FileBytesUsed,
            FileBytesLimit = account.FileBytesMax ?? quotas.FileBytesPerUser,
            FileBytesMax = account.FileBytesMax,
        };
}
