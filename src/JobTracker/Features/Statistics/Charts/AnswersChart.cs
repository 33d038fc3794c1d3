using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>How long answers took.</summary>
internal static class AnswersChart
{
    public static Chart Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var times = overview.ResponseRate;
        var most = Math.Max(1, times.Buckets.Max(bucket => bucket.Count));
        return new Chart(
            "time-to-answer",
            t["Time to answer"],
            times is { MedianDays: { } median, P90Days: { } p90 }
                ? t["Half of {0} answers within {1}, 9 in 10 within {2}", times.Timed, Numerals.Days(median, t), Numerals.Days(p90, t)]
                : t["From applied to first answer"],
            new BarsDrawing([
                .. times.Buckets.Select(bucket => new BarsDrawing.Bar(
                    bucket.Label,
                    (double)bucket.Count / most,
                    Numerals.Whole(bucket.Count),
                    Numerals.Percent(Rate.Of(bucket.Count, times.Timed).Value, t)
                )),
            ]),
            new ChartTable(
                [t["Days"], t["Answers"], t["Share"]],
                [
                    .. times.Buckets.Select(bucket =>
                        new object?[] { bucket.Label, bucket.Count, new ChartTable.Percent(Rate.Of(bucket.Count, times.Timed).Value) }
                    ),
                    [t["Median"].Value, times.MedianDays, null],
                    [t["9 in 10"].Value, times.P90Days, null],
                ]
            )
        )
        {
            Nothing =
                times.Timed == 0
                    ? t["No answer with both dates yet. The day of the first answer is set when an application moves on."].Value
                    : null,
        };
    }
}
