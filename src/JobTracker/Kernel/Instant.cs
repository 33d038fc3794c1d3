using System.Globalization;

namespace JobTracker.Kernel;

/// <summary>An instant in an address: <c>?from=2026-11-21T09:30:00Z</c>.</summary>
/// <param name="Value">In UTC.</param>
public readonly record struct Instant(DateTimeOffset Value)
{
    private const int MostDigits = 7;

    // RFC 3339: a date, a time with seconds, and where it is counted from. Without the last nobody could say which instant it is.
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Also found by the framework's parameter binding.</summary>
    public static bool TryParse(string? text, out Instant instant)
    {
        var known = DateTimeOffset.TryParseExact(
            Shortened(text),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var value
        );
        instant = new Instant(value);
        return known;
    }

    /// <summary>Some programs write nanoseconds: more digits than can be read, and than can be kept.</summary>
    private static string? Shortened(string? text)
    {
        var point = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (point < 0)
            return text;
        var end = point + 1;
        while (end < text!.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - point - 1 <= MostDigits ? text : text[..(point + 1 + MostDigits)] + text[end..];
    }

    /// <summary>As the contract writes it: in UTC with a Z, to the microsecond.</summary>
    public static string Write(DateTimeOffset value) =>
        value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
