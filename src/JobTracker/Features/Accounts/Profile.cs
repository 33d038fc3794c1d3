namespace JobTracker.Features.Accounts;

/// <summary>What a person may say about himself or herself, and how the site shall behave: the body of update-profile and the form.</summary>
public sealed record Profile
{
    public string? FullName { get; init; }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }
    public string? Locale { get; init; }
    public bool DigestEnabled { get; init; }
    public int DigestHour { get; init; } = UserAccount.DefaultDigestHour;
    public int FollowUpDays { get; init; } = UserAccount.DefaultFollowUpDays;
    public AiProvider? AiProvider { get; init; }

    /// <summary>As it is, to change a part of it.</summary>
    public static Profile Of(Me me) =>
        new()
        {
            FullName = me.FullName,
            TimeZone = me.TimeZone,
            Locale = me.Locale,
            DigestEnabled = me.DigestEnabled,
            DigestHour = me.DigestHour,
            FollowUpDays = me.FollowUpDays,
            AiProvider = me.AiProvider,
        };
}
