namespace JobTracker.Features.Statistics;

/// <summary>What was applied to, interval by interval, without gaps.</summary>
internal static class Timeline
{
    /// <summary>More can neither be drawn nor read.</summary>
    public const int MostPoints = 2_000;

    private const int DaysInDays = 31;
    private const int DaysInWeeks = 190;
    private const int DaysOfWeek = 7;
    private const int MonthsOfYear = 12;

    /// <summary>The interval that suits the length of a period: a month in days, half a year in weeks, more in months.</summary>
    public static Interval Suiting(Tally tally) =>
        Ends(tally) is not { } ends
            ? Interval.Month
            : (ends.Last.DayNumber - ends.First.DayNumber + 1) switch
            {
                <= DaysInDays => Interval.Day,
                <= DaysInWeeks => Interval.Week,
                _ => Interval.Month,
            };

    /// <summary>How many points there would be.</summary>
    public static int Length(Tally tally, Interval interval) =>
        Ends(tally) is { } ends ? Index(ends.Last, interval) - Index(ends.First, interval) + 1 : 0;

    /// <summary>From the period's first day, or the first with something; to its last, or today, or the last with something if that lies ahead.</summary>
    public static IReadOnlyList<TimelinePoint> Of(Tally tally, Interval interval)
    {
        if (Ends(tally) is not { } ends)
            return [];
        var counts = tally
            .Days.GroupBy(day => Start(day.Date, interval))
            .ToDictionary(days => days.Key, days => days.Sum(day => day.Count));
        var points = new List<TimelinePoint>();
        var sum = 0;
        for (var start = Start(ends.First, interval); start <= ends.Last; start = Next(start, interval))
        {
            var count = counts.GetValueOrDefault(start);
            sum += count;
            points.Add(new TimelinePoint(start, count, sum));
        }
        return points;
    }

    /// <summary>How many were applied to in each of the last weeks, oldest first; the last is the one that runs.</summary>
    public static IReadOnlyList<int> LastWeeks(Tally tally, int weeks)
    {
        var running = Index(tally.Today, Interval.Week);
        var counts = tally.Days.ToLookup(day => running - Index(day.Date, Interval.Week), day => day.Count);
        return [.. Enumerable.Range(0, weeks).Reverse().Select(ago => counts[ago].Sum())];
    }

    private static (DateOnly First, DateOnly Last)? Ends(Tally tally)
    {
        if ((tally.Period.From ?? (tally.Days is [var earliest, ..] ? earliest.Date : null)) is not { } first)
            return null;
        var last = tally.Period.To ?? Later(tally.Today, tally.Days is [.., var latest] ? latest.Date : tally.Today);
        return first <= last ? (first, last) : null;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Start(DateOnly day, Interval interval) =>
        interval switch
        {
            Interval.Day => day,
            Interval.Week => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek)),
            _ => new DateOnly(day.Year, day.Month, 1),
        };

    private static DateOnly Next(DateOnly start, Interval interval) =>
        interval switch
        {
            Interval.Day => start.AddDays(1),
            Interval.Week => start.AddDays(DaysOfWeek),
            _ => start.AddMonths(1),
        };

    /// <summary>Counts intervals from the beginning of the calendar, whose first day was a Monday.</summary>
    private static int Index(DateOnly day, Interval interval) =>
        interval switch
        {
            Interval.Day => day.DayNumber,
            Interval.Week => day.DayNumber / DaysOfWeek,
            _ => day.Year * MonthsOfYear + day.Month,
        };
}
