using JobTracker.Features.Accounts;

namespace JobTracker.Features.Transfer.Document;

/// <summary>The person and the settings. Passwords, keys, sign-ins and addresses of calendars never leave the site.</summary>
public sealed record KeptProfile
{
    public required string Email { get; init; }
    public string? FullName { get; init; }
    public required string TimeZone { get; init; }
    public required string Locale { get; init; }
    public required bool DigestEnabled { get; init; }
    public required int DigestHour { get; init; }
    public required int FollowUpDays { get; init; }
    public AiProvider? AiProvider { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
