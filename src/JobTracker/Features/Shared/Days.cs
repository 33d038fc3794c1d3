using System.Globalization;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary>How calendar days are written: without a year as long as it is the current one.</summary>
public static class Days
{
    /// <summary>"Thu 19 Nov", "jeu. 19 nov."; with the year when it is not <paramref name="today"/>'s.</summary>
    public static string WithWeekday(DateOnly day, DateOnly? today = null) => Write(day, today, "ddd d MMM");

    /// <summary>"Thursday 19 November 2026".</summary>
    public static string InFull(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>For programs: 2026-11-22.</summary>
    public static string InNumbers(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2 Nov".</summary>
    public static string Plain(DateOnly day, DateOnly? today = null) => Write(day, today, "d MMM");

    /// <summary>What a due day means today: "2 days late", "Today", "Tomorrow", a weekday within a week, else the days left.</summary>
    public static (string Kind, string Words) Due(DateOnly day, DateOnly today, IStringLocalizer texts) =>
        (day.DayNumber - today.DayNumber) switch
        {
            -1 => ("late", texts["1 day late"]),
            < 0 and var days => ("late", texts["{0} days late", -days]),
            0 => ("soon", texts["Today"]),
            1 => ("soon", texts["Tomorrow"]),
            var days and < 7 => (IsNextWorkingDay(days, today) ? "soon" : "later", Weekday(day)),
            var days => ("later", texts["In {0} days", days]),
        };

    // On a Friday or a Saturday, Monday is as near as tomorrow.
    private static bool IsNextWorkingDay(int days, DateOnly today) =>
        (today.DayOfWeek, days) is (DayOfWeek.Friday, 3) or (DayOfWeek.Saturday, 2);

    /// <summary>As a sentence or a label begins: French writes its days and months small.</summary>
    public static string Capital(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    private static string Weekday(DateOnly day) => Capital(day.ToString("dddd", CultureInfo.CurrentCulture));

    private static string Write(DateOnly day, DateOnly? today, string format) =>
        day.ToString(today is null || today.Value.Year == day.Year ? format : format + " yyyy", CultureInfo.CurrentCulture);
}
