using System.Globalization;

namespace JobTracker.Kernel;

/// <summary>An instant in an address: <c>?from=2026-11-21T09:30:00Z</c>.</summary>
/// <param name="Value">In UTC.</param>
public readonly record struct Instant(DateTimeOffset Value)
{
    // RFC 3339: a date, a time with seconds, and where it is counted from. Without the last nobody could say which instant it is.
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Also found by the framework's parameter binding.</summary>
    public static bool TryParse(string? text, out Instant instant)
    {
        var known = DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var value
        );
        instant = new Instant(value);
        return known;
    }

    /// <summary>As the contract writes it: in UTC with a Z, to the microsecond.</summary>
    public static string Write(DateTimeOffset value) =>
        value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
