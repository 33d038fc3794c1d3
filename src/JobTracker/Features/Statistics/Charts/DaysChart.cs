using System.Globalization;
using JobTracker.Features.Shared;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>The days on which something was applied to, as a calendar of at most a year.</summary>
internal static class DaysChart
{
    private const int MostWeeks = 53;

    /// <summary>More of them need the whole width.</summary>
    private const int MostWeeksBesideAnother = 15;

    public static Chart Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var all = overview.Activity;
        var (first, last) = Shown(overview);
        var shown = all.Where(day => day.Date >= first && day.Date <= last).ToList();
        var weeks = DaysCalendar.Weeks(first, last, shown, t);
        return new Chart(
            "activity",
            t["Days you applied"],
            Subtitle(shown, all.Count > shown.Count, t),
            new DaysDrawing(DaysCalendar.Weekdays(), weeks, DaysCalendar.Steps(shown)),
            TableOf(shown, t)
        )
        {
            Data = TableOf(all, t),
            Note = Busiest(shown, t),
            Nothing = shown.Count == 0 ? t["Nothing in this period has an applied date."].Value : null,
            Width = weeks.Count > MostWeeksBesideAnother && shown.Count > 0 ? ChartWidth.Full : ChartWidth.Narrow,
        };
    }

    /// <summary>The whole period, or its last 53 weeks; never further ahead than the last day with something.</summary>
    private static (DateOnly First, DateOnly Last) Shown(Overview overview)
    {
        var end = overview.Activity is [.., var latest] && latest.Date > overview.Today ? latest.Date : overview.Today;
        var last = overview.Period.To < end ? overview.Period.To.Value : end;
        var year = DaysCalendar.Monday(last).AddDays(-7 * (MostWeeks - 1));
        var begin = overview.Period.From ?? (overview.Activity is [var earliest, ..] ? earliest.Date : last);
        return (begin > year ? begin : year, last);
    }

    private static string Subtitle(List<ActivityDay> days, bool isLastYear, IStringLocalizer<Texts> t)
    {
        var count = days.Sum(day => day.Count);
        var words = (count, days.Count) switch
        {
            (1, _) => t["{0} application", 1],
            (_, 1) => t["{0} applications on 1 day", Numerals.Whole(count)],
            _ => t["{0} applications on {1} days", Numerals.Whole(count), Numerals.Whole(days.Count)],
        };
        return isLastYear ? t["{0} in the last 53 weeks", words] : words;
    }

    /// <summary>The weekday with most; null when several have as many.</summary>
    private static string? Busiest(List<ActivityDay> days, IStringLocalizer<Texts> t)
    {
        var counts = days.GroupBy(day => day.Date.DayOfWeek)
            .Select(group => (Day: group.Key, Count: group.Sum(day => day.Count)))
            .OrderByDescending(pair => pair.Count)
            .ToList();
        return counts is [] || counts.Count > 1 && counts[0].Count == counts[1].Count
            ? null
            : t["Busiest day: {0}", CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(counts[0].Day)].Value;
    }

    private static ChartTable TableOf(IReadOnlyList<ActivityDay> days, IStringLocalizer<Texts> t) =>
        new(
            [t["Day"], t["Weekday"], t["Applications"]],
            [
                .. days.Select(day =>
                    new object?[] { day.Date, Days.Capital(day.Date.ToString("dddd", CultureInfo.CurrentCulture)), day.Count }
                ),
            ]
        );
}
