using System.Globalization;

namespace JobTracker.Features.CalendarFeed.ICalendar;

/// <summary>
/// A VTIMEZONE (RFC 5545 §3.6.5). Every change of the clocks between the first and the last event is named by its date: rules that repeat every
/// year would be shorter, and wrong where a country changes its mind.
/// </summary>
internal static class TimeZonePart
{
    private static readonly TimeSpan Step = TimeSpan.FromDays(1);

    // With a whole year there is a standard time in every zone, which programs insist on.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    /// <param name="lines">What it is added to.</param>
    /// <param name="zone">IANA name.</param>
    /// <param name="first">When the first event begins.</param>
    /// <param name="last">When the last one ends.</param>
    public static void Write(ContentLines lines, string zone, DateTimeOffset first, DateTimeOffset last)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", zone);
        var start = first.ToUniversalTime() - Ahead;
        var offset = there.GetUtcOffset(start);
        Write(lines, there, start, offset, offset);
        for (var at = start; at < last; at += Step)
        {
            var later = there.GetUtcOffset(at + Step);
            if (later == offset)
                continue;
            Write(lines, there, ChangeBetween(there, at, at + Step), offset, later);
            offset = later;
        }
        lines.Add("END", "VTIMEZONE");
    }

    private static void Write(ContentLines lines, TimeZoneInfo there, DateTimeOffset from, TimeSpan before, TimeSpan after)
    {
        var kind = there.IsDaylightSavingTime(from) ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", kind);
        // What the clocks showed in the moment in which they were changed.
        lines.Add("DTSTART", ContentLines.Clock((from + before).UtcDateTime));
        lines.Add("TZOFFSETFROM", Offset(before));
        lines.Add("TZOFFSETTO", Offset(after));
        lines.Add("END", kind);
    }

    /// <summary>The first whole second at which the later offset holds.</summary>
    private static DateTimeOffset ChangeBetween(TimeZoneInfo there, DateTimeOffset before, DateTimeOffset after)
    {
        var (low, high) = (before.ToUnixTimeSeconds(), after.ToUnixTimeSeconds());
        var offset = there.GetUtcOffset(after);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (there.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == offset)
                high = middle;
            else
                low = middle;
        }
        return DateTimeOffset.FromUnixTimeSeconds(high);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
