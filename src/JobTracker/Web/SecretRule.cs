using System.Text;

namespace JobTracker.Web;

/// <summary>What a secret of the operator must be. The app does not start with another.</summary>
public static class SecretRule
{
    /// <summary>In UTF-8.</summary>
    public const int FewestBytes = 32;
    private const int FewestDifferent = 8;
    private static readonly string[] Samples =
    [
        "changeme",
        "change-me",
        "change_me",
        "your-secret",
        "your_secret",
        "yoursecret",
        "example",
        "sample",
        "placeholder",
        "secret-key",
        "password",
    ];

    /// <summary>A sentence that names the setting and says what to do; null if nothing is wrong.</summary>
    public static string? Complaint(string setting, string? secret)
    {
        const string how = "set it to at least 32 random bytes, for example the output of: openssl rand -base64 48";
        if (string.IsNullOrWhiteSpace(secret))
            return $"{setting} is missing: {how}";
        if (Encoding.UTF8.GetByteCount(secret) < FewestBytes)
            return $"{setting} is too short: {how}";
        return
            secret.Distinct().Count() < FewestDifferent
            || Samples.Any(sample => secret.Contains(sample, StringComparison.OrdinalIgnoreCase))
            ? $"{setting} looks like a sample: {how}"
            : null;
    }
}
