namespace JobTracker.Features.Accounts;

/// <summary>The person who is signed in, as the contract shows it.</summary>
public sealed record Me
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required bool EmailConfirmed { get; init; }
    public string? FullName { get; init; }
    public required string TimeZone { get; init; }
    public required string Locale { get; init; }
    public required bool DigestEnabled { get; init; }
    public required int DigestHour { get; init; }
    public required int FollowUpDays { get; init; }
    public AiProvider? AiProvider { get; init; }
    public required bool TwoFactorEnabled { get; init; }
    public required bool HasGoogleAiKey { get; init; }
    public string? GoogleAiKeyLast4 { get; init; }
    public required bool HasOpenaiKey { get; init; }
    public string? OpenaiKeyLast4 { get; init; }
    public required bool IsAdmin { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static Me Of(User user, UserAccount account, AdminOptions admins) =>
        new()
        {
            Id = user.Id,
            Email = user.Email!,
            EmailConfirmed = user.EmailConfirmed,
            FullName = account.FullName,
            TimeZone = account.TimeZone,
            Locale = account.Locale,
            DigestEnabled = account.DigestEnabled,
            DigestHour = account.DigestHour,
            FollowUpDays = account.FollowUpDays,
            AiProvider = account.AiProvider,
            TwoFactorEnabled = user.TwoFactorEnabled,
            HasGoogleAiKey = account.GoogleAiKey is not null,
            GoogleAiKeyLast4 = account.GoogleAiKeyLast4,
            HasOpenaiKey = account.OpenaiKey is not null,
            OpenaiKeyLast4 = account.OpenaiKeyLast4,
            IsAdmin = admins.Names(user),
            CreatedAt = user.CreatedAt,
        };
}
