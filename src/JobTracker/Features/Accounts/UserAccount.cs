using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Accounts;

/// <summary>The root of everything a person owns: profile, settings, and what is used of the quotas.</summary>
public sealed partial class UserAccount : IOwned
{
    public const int DefaultDigestHour = 8;
    public const int DefaultFollowUpDays = 10;

    public required Guid UserId { get; init; }
    public string? FullName { get; private set; }
    public required string TimeZone { get; set; }
    public required string Locale { get; set; }
    public bool DigestEnabled { get; private set; }
    public int DigestHour { get; private set; } = DefaultDigestHour;
    public int FollowUpDays { get; private set; } = DefaultFollowUpDays;
    public AiProvider? AiProvider { get; private set; }

    /// <summary>Changed only by the atomic statements of Quotas.</summary>
    public int ApplicationsUsed { get; private set; }

    /// <summary>This person's own limit; null means the configured one.</summary>
    public int? ApplicationsMax { get; private set; }

    /// <summary>Of all files that are kept, those of deleted applications included. Changed only by the atomic statements of Quotas.</summary>
    public long FileBytesUsed { get; private set; }

    /// <summary>This person's own limit; null means the configured one.</summary>
    public long? FileBytesMax { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public int Version { get; private set; } = 1;

    /// <summary>As people are called in a greeting; null for somebody without a name.</summary>
    public static string? FirstNameOf(string? fullName) => fullName?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    public void Introduce(string? fullName) => FullName = fullName;

    public void Change(Profile profile, DateTimeOffset now)
    {
        FullName = profile.FullName;
        TimeZone = profile.TimeZone!;
        Locale = profile.Locale!;
        DigestEnabled = profile.DigestEnabled;
        DigestHour = profile.DigestHour;
        FollowUpDays = profile.FollowUpDays;
        AiProvider = profile.AiProvider;
        Touch(now);
    }

    /// <summary>Limits of this person's own; null lets the configured ones hold.</summary>
    public void Limit(int? applications, long? fileBytes, DateTimeOffset now)
    {
        ApplicationsMax = applications;
        FileBytesMax = fileBytes;
        Touch(now);
    }

    public void WantNoDigest(DateTimeOffset now)
    {
        DigestEnabled = false;
        Touch(now);
    }
}

/// <summary>Whose model answers when a person has keys of their own.</summary>
public enum AiProvider
{
    Gemini,
    Openai,
}
