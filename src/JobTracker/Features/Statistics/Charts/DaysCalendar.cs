using System.Globalization;
using JobTracker.Features.Shared;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>The squares of the calendar.</summary>
internal static class DaysCalendar
{
    private const int Shades = 4;

    /// <summary>So many columns are under the name of a month.</summary>
    private const int RoomOfMonth = 3;

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static IReadOnlyList<string> Weekdays()
    {
        var names = CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedDayNames;
        return [.. Enumerable.Range(1, 7).Select(day => Days.Capital(names[day % 7].TrimEnd('.')))];
    }

    public static IReadOnlyList<DaysDrawing.Week> Weeks(
        DateOnly first,
        DateOnly last,
        IReadOnlyList<ActivityDay> days,
        IStringLocalizer<Texts> t
    )
    {
        var counts = days.ToDictionary(day => day.Date, day => day.Count);
        var most = counts.Values.DefaultIfEmpty(0).Max();
        var mondays = new List<DateOnly>();
        for (var monday = Monday(first); monday <= last; monday = monday.AddDays(7))
            mondays.Add(monday);
        return
        [
            .. mondays.Select(
                (monday, at) =>
                    new DaysDrawing.Week(
                        MonthOf(mondays, at),
                        [.. Enumerable.Range(0, 7).Select(day => DayAt(monday.AddDays(day), first, last, counts, most, t))]
                    )
            ),
        ];
    }

    /// <summary>One for each count when they are few, else for ranges of them.</summary>
    public static IReadOnlyList<DaysDrawing.Step> Steps(IReadOnlyList<ActivityDay> days)
    {
        var most = days.Select(day => day.Count).DefaultIfEmpty(0).Max();
        var byShade = Enumerable.Range(1, most).GroupBy(count => ShadeOf(count, most));
        return
        [
            new DaysDrawing.Step(0, "0"),
            .. byShade.Select(counts => new DaysDrawing.Step(
                counts.Key,
                counts.Count() == 1 ? $"{counts.First()}" : $"{counts.First()}–{counts.Last()}"
            )),
        ];
    }

    private static DaysDrawing.Day? DayAt(
        DateOnly day,
        DateOnly first,
        DateOnly last,
        Dictionary<DateOnly, int> counts,
        int most,
        IStringLocalizer<Texts> t
    )
    {
        if (day < first || day > last)
            return null;
        var count = counts.GetValueOrDefault(day);
        return new DaysDrawing.Day(day, count, ShadeOf(count, most), t["{0}: {1}", Days.WithWeekday(day), count]);
    }

    private static int ShadeOf(int count, int most) => most == 0 ? 0 : (count * Shades + most - 1) / most;

    /// <summary>The first column has the name of its month unless the next month comes too soon; any other has it when the month begins in it.</summary>
    private static string? MonthOf(List<DateOnly> mondays, int at)
    {
        var monday = mondays[at];
        var begins = at == 0 || monday.Month != mondays[at - 1].Month;
        var hasRoom = mondays.Skip(at + 1).Take(RoomOfMonth - 1).All(next => next.Month == monday.Month);
        return begins && hasRoom ? Days.Capital(monday.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.')) : null;
    }
}
