using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>How the period's applications divide.</summary>
internal static class ShareCharts
{
    /// <summary>Below this a rate by channel is pale.</summary>
    private const int EnoughForChannels = 5;

    public static Chart ByStatus(Overview overview, IStringLocalizer<Texts> t)
    {
        var rows = overview.ByStatus.Where(row => row.Count > 0).ToList();
        return new Chart(
            "by-status",
            t["By status"],
            t["Where all {0} stand today", Numerals.Whole(overview.Dashboard.Total)],
            new BarsDrawing([
                .. rows.Select(row => new BarsDrawing.Bar(
                    row.Label,
                    Against(row.Count, rows),
                    Numerals.Whole(row.Count),
                    Color: row.Key!,
                    Status: Wire.Parse<ApplicationStatus>(row.Key!)
                )),
            ]),
            TableOf(t["Status"], overview.ByStatus, t)
        )
        {
            Nothing = rows.Count == 0 ? t["No application belongs to this period."].Value : null,
        };
    }

    public static Chart ByType(Overview overview, IStringLocalizer<Texts> t)
    {
        var rows = overview.ByType.Where(row => row.Count > 0).OrderByDescending(row => row.Count).ToList();
        return new Chart(
            "by-type",
            t["By contract"],
            t["Contract types of all {0}", Numerals.Whole(overview.Dashboard.Total)],
            new BarsDrawing([
                .. rows.Select(row => new BarsDrawing.Bar(
                    row.Label,
                    Against(row.Count, rows),
                    Numerals.Whole(row.Count),
                    Numerals.Percent(row.Value, t)
                )),
            ]),
            TableOf(t["Contract"], rows, t)
        )
        {
            Nothing = rows.Count == 0 ? t["No application belongs to this period."].Value : null,
        };
    }

    public static Chart ByChannel(Overview overview, IStringLocalizer<Texts> t)
    {
        // What is of many first: a full bar of one says least.
        var rows = overview.ByMethod.Where(row => row.ResponseRate.N > 0).OrderByDescending(row => row.ResponseRate.N).ToList();
        return new Chart(
            "by-channel",
            t["Response by channel"],
            t["Answers out of applications sent"],
            new BarsDrawing([
                .. rows.Select(row => new BarsDrawing.Bar(
                    row.Label,
                    row.ResponseRate.Value ?? 0,
                    Numerals.Percent(row.ResponseRate.Value, t),
                    t["{0} of {1}", row.Responded, row.ResponseRate.N],
                    IsPale: row.ResponseRate.N < EnoughForChannels
                )),
            ]),
            new ChartTable(
                [t["Channel"], t["Sent"], t["Answered"], t["Response rate"]],
                [
                    .. rows.Select(row =>
                        new object?[] { row.Label, row.ResponseRate.N, row.Responded, new ChartTable.Percent(row.ResponseRate.Value) }
                    ),
                ]
            )
        )
        {
            Note = rows.Exists(row => row.ResponseRate.N < EnoughForChannels)
                ? t["Paler bars: fewer than {0} applications, read with care.", EnoughForChannels].Value
                : null,
            Nothing = rows.Count == 0 ? t["Nothing was sent in this period."].Value : null,
        };
    }

    private static double Against(int count, List<Share> rows) => (double)count / rows.Max(row => row.Count);

    private static ChartTable TableOf(string what, IReadOnlyList<Share> rows, IStringLocalizer<Texts> t) =>
        new(
            [what, t["Applications"], t["Share"]],
            [.. rows.Select(row => new object?[] { row.Label, row.Count, new ChartTable.Percent(row.Value) })]
        );
}
