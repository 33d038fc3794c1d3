using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>The charts in the order of the page.</summary>
public static class AllCharts
{
    public static IReadOnlyList<Chart> Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var days = DaysChart.Of(overview, t);
        var channels = ShareCharts.ByChannel(overview, t);
        var types = ShareCharts.ByType(overview, t);
        var answers = AnswersChart.Of(overview, t);
        return
        [
            TimelineChart.Of(overview, t),
            FunnelChart.Of(overview, t),
            FlowChart.Of(overview, t),
            ShareCharts.ByStatus(overview, t),
            // A year of days takes the whole width, and leaves the three others a row of their own.
            .. days.Width == ChartWidth.Full ? [channels, answers, types, days] : new[] { Wide(channels), days, Wide(answers), types },
        ];
    }

    private static Chart Wide(Chart chart) => chart with { Width = ChartWidth.Wide };
}
