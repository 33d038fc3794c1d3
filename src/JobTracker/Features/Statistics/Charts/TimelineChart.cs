using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>Applications over time.</summary>
internal static class TimelineChart
{
    public static Chart Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var (bars, column) = overview.Interval switch
        {
            Interval.Day => (t["Sent on the day"], t["Day"]),
            Interval.Week => (t["Sent in the week"], t["Week from"]),
            _ => (t["Sent in the month"], t["Month from"]),
        };
        return new Chart(
            "timeline",
            t["Applications over time"],
            bars,
            new TimelineDrawing(overview.Interval, bars, t["Running total (right)"], overview.Timeline),
            new ChartTable(
                [column, t["Sent"], t["Running total"]],
                [.. overview.Timeline.Select(point => new object?[] { point.Date, point.Count, point.Cumulative })]
            )
        )
        {
            Nothing = overview.Timeline.All(point => point.Count == 0)
                ? t["Nothing in this period has an applied date. It is set as soon as an application moves to Applied."].Value
                : null,
            Description = t[
                "Bars for what was sent in each interval, and a line for the running total: {0} in the end.",
                overview.Dashboard.Applied
            ],
            Width = ChartWidth.Wide,
        };
    }
}
