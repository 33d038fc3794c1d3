using System.Globalization;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Foreign;

/// <summary>Days and instants as other systems write them.</summary>
internal static class WrittenDates
{
    private const int DayLength = 10;

    /// <summary>The day that stands in front, whatever time and offset follow: it was meant as a day. False when there is something else.</summary>
    public static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        var written = text?.Trim() ?? "";
        if (written.Length == 0)
            return true;
        if (
            written.Length < DayLength
            || (written.Length > DayLength && written[DayLength] is not ('T' or ' '))
            || !DateOnly.TryParseExact(
                written.AsSpan(0, DayLength),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var found
            )
        )
            return false;
        day = found;
        return true;
    }

    /// <summary>An instant; without an offset it is meant in the zone. Null when it is none.</summary>
    public static DateTimeOffset? Instant(string? text, string zone)
    {
        var written = text?.Trim();
        if (
            written is null or { Length: <= DayLength }
            || !DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local)
        )
            return null;
        if (local.Kind == DateTimeKind.Unspecified)
            return Local(local, zone);
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Kernel.Calendar.Storable(instant)
            : null;
    }

    /// <summary>What a clock in the zone showed.</summary>
    public static DateTimeOffset? Local(DateTime local, string zone)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        // An hour that was left out in spring is read as the hour after it.
        var shown = there.IsInvalidTime(local) ? local.AddHours(1) : local;
        try
        {
            return Kernel.Calendar.Storable(new DateTimeOffset(shown, there.GetUtcOffset(shown)));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
