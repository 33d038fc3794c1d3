using System.Globalization;
using JobTracker.Kernel;

namespace JobTracker.Features.CalendarFeed.ICalendar;

/// <summary>Events as an iCalendar object (RFC 5545, with the properties of RFC 7986 for calendars that are followed).</summary>
public static class CalendarText
{
    /// <summary>How often programs are asked to come back.</summary>
    private const string Refresh = "PT1H";

    public static string Write(string name, IReadOnlyList<CalendarEvent> events)
    {
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//JobTracker//Calendar//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddText("NAME", name);
        lines.AddText("X-WR-CALNAME", name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", Refresh);
        lines.Add("X-PUBLISHED-TTL", Refresh);
        var zones = events
            .Select(one => one.When)
            .OfType<CalendarEvent.Hours>()
            .Where(IsByItsZone)
            .GroupBy(when => when.Zone, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var zone in zones)
            TimeZonePart.Write(lines, zone.Key, zone.Min(when => when.Start), zone.Max(when => when.Start.AddMinutes(when.Minutes)));
        foreach (var one in events)
            Write(lines, one);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void Write(ContentLines lines, CalendarEvent one)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", $"{one.Key}@jobtracker");
        lines.Add("DTSTAMP", one.ChangedAt);
        lines.Add("CREATED", one.CreatedAt);
        lines.Add("LAST-MODIFIED", one.ChangedAt);
        lines.Add("SEQUENCE", one.Version.ToString(CultureInfo.InvariantCulture));
        Write(lines, one.When);
        lines.AddText("SUMMARY", one.Title);
        if (one.Text is { } text)
            lines.AddText("DESCRIPTION", text);
        if (one.Place is { } place)
            lines.AddText("LOCATION", place);
        if (one.Link is { } link)
            lines.Add("URL", link.AbsoluteUri);
        lines.Add("STATUS", one.IsCancelled ? "CANCELLED" : "CONFIRMED");
        foreach (var alarm in one.Alarms)
            Write(lines, alarm, one.Title);
        lines.Add("END", "VEVENT");
    }

    private static void Write(ContentLines lines, CalendarEvent.Time when)
    {
        switch (when)
        {
            case CalendarEvent.WholeDay { Day: var day }:
                lines.Add("DTSTART;VALUE=DATE", ContentLines.Day(day));
                lines.Add("DTEND;VALUE=DATE", ContentLines.Day(day.AddDays(1)));
                // A day on which something is due leaves time for meetings.
                lines.Add("TRANSP", "TRANSPARENT");
                break;
            case CalendarEvent.Hours hours:
                if (IsByItsZone(hours))
                    lines.Add($"DTSTART;TZID={hours.Zone}", ContentLines.Clock(ZonedTime.At(hours.Start, hours.Zone).DateTime));
                else
                    lines.Add("DTSTART", hours.Start);
                lines.Add("DURATION", $"PT{hours.Minutes.ToString(CultureInfo.InvariantCulture)}M");
                break;
        }
    }

    private static void Write(ContentLines lines, TimeSpan alarm, string title)
    {
        lines.Add("BEGIN", "VALARM");
        lines.Add("ACTION", "DISPLAY");
        lines.Add("TRIGGER", $"-PT{((int)alarm.TotalMinutes).ToString(CultureInfo.InvariantCulture)}M");
        lines.AddText("DESCRIPTION", title);
        lines.Add("END", "VALARM");
    }

    /// <summary>
    /// False where the clock's time says too little: when clocks go back, an hour comes twice, and programs do not agree on which of the two is
    /// meant (the first, says §3.3.5). UTC has no clock of its own either.
    /// </summary>
    private static bool IsByItsZone(CalendarEvent.Hours when)
    {
        if (TimeZoneInfo.FindSystemTimeZoneById(when.Zone) is { BaseUtcOffset.Ticks: 0, SupportsDaylightSavingTime: false })
            return false;
        var there = ZonedTime.At(when.Start, when.Zone).DateTime;
        return ZonedTime.InstantsOf(DateOnly.FromDateTime(there), TimeOnly.FromDateTime(there), when.Zone).Count == 1;
    }
}
