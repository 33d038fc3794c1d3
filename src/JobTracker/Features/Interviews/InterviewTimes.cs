using System.Globalization;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.Extensions.Localization;
using Calendar = JobTracker.Kernel.Calendar;

namespace JobTracker.Features.Interviews;

/// <summary>When an interview is, in words: by the clock it was agreed in and by the person's own, and how long there is until then.</summary>
public sealed class InterviewTimes(CurrentUser user, TimeProvider clock, IStringLocalizer<Texts> t)
{
    // From here on hours say nothing any more.
    private const int FarDays = 7;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => user.Today;

    /// <summary>The day in the person's zone: what decides whether it is today.</summary>
    public DateOnly DayOf(InterviewRow row) => Calendar.DayOf(row.StartsAt, user.Zone.Id);

    /// <summary>"10:00"; with the places where two clocks differ: "10:00 London, 11:00 Paris", and the day where that differs too.</summary>
    public string Clocks(InterviewRow row) => Clocks(row, user.Zone.Id, Today);

    /// <summary>The same, for somebody who may not be signed in.</summary>
    public static string Clocks(InterviewRow row, string homeZone, DateOnly today)
    {
        var there = ZonedTime.At(row.StartsAt, row.TimeZone);
        if (ZonedTime.SameClock(row.StartsAt, row.TimeZone, homeZone))
            return Clock(there);
        var here = ZonedTime.At(row.StartsAt, homeZone);
        var day = there.Date == here.Date ? "" : $" ({Days.WithWeekday(DateOnly.FromDateTime(there.Date), today)})";
        return $"{Clock(there)} {ZonedTime.City(row.TimeZone)}{day}, {Clock(here)} {ZonedTime.City(homeZone)}";
    }

    /// <summary>"Today", "Tomorrow", or "Monday 23 November".</summary>
    public string Heading(DateOnly day) =>
        (day.DayNumber - Today.DayNumber) switch
        {
            0 => t["Today"],
            1 => t["Tomorrow"],
            _ => Days.Capital(day.ToString(day.Year == Today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.CurrentCulture)),
        };

    /// <summary>"Today", "Tomorrow", or the weekday, for a list that shows the date below.</summary>
    public string Name(DateOnly day) =>
        (day.DayNumber - Today.DayNumber) switch
        {
            0 => t["Today"],
            1 => t["Tomorrow"],
            _ => Days.Capital(day.ToString("dddd", CultureInfo.CurrentCulture)),
        };

    /// <summary>"In 2 days, 4 h"; "Now" while it runs; null when it is over.</summary>
    public string? Countdown(InterviewRow row)
    {
        var left = row.StartsAt - Now;
        if (left <= TimeSpan.Zero)
            return row.EndsAt > Now ? t["Now"].Value : null;
        return (left.Days, left.Hours, left.Minutes) switch
        {
            (1, 0, _) => t["In 1 day"],
            (1, var hours, _) => t["In 1 day, {0} h", hours],
            (>= FarDays, _, _) => t["In {0} days", DaysUntil(row)],
            (> 1, 0, _) => t["In {0} days", left.Days],
            (> 1, var hours, _) => t["In {0} days, {1} h", left.Days, hours],
            (_, > 0, 0) => t["In {0} h", left.Hours],
            (_, > 0, var minutes) => t["In {0} h, {1} min", left.Hours, minutes],
            var (_, _, minutes) => t["In {0} min", Math.Max(1, minutes)],
        };
    }

    /// <summary>"5 days", "3 h", "20 min".</summary>
    public string Short(InterviewRow row)
    {
        var left = row.StartsAt - Now;
        return left switch
        {
            { Ticks: <= 0 } => t["Now"],
            { TotalHours: < 1 } => t["{0} min", Math.Max(1, left.Minutes)],
            { TotalDays: < 1 } => t["{0} h", left.Hours],
            _ when DaysUntil(row) is var days and > 1 => t["{0} days", days],
            _ => t["1 day"],
        };
    }

    private int DaysUntil(InterviewRow row) => DayOf(row).DayNumber - Today.DayNumber;

    /// <summary>The weekday's name on a page of a calendar.</summary>
    public static string Weekday(DateOnly day) => Days.Capital(day.ToString("ddd", CultureInfo.CurrentCulture).TrimEnd('.'));

    private static string Clock(DateTimeOffset there) => there.ToString("HH:mm", CultureInfo.InvariantCulture);
}
