using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>How many ever came how far.</summary>
internal static class FunnelChart
{
    public static Chart Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var sent = overview.Dashboard.Applied;
        return new Chart(
            "funnel",
            t["Funnel"],
            t["A stage counts once it was reached"],
            new BarsDrawing([
                .. overview.Funnel.Select(stage => new BarsDrawing.Bar(
                    stage.Label,
                    Rate.Of(stage.Reached, sent).Value ?? 0,
                    Numerals.Whole(stage.Reached),
                    stage.Stage == Stage.Applied ? t["n = {0}", sent] : Numerals.Percent(Rate.Of(stage.Reached, sent).Value, t),
                    Wire.Name(stage.Stage)
                )),
            ]),
            new ChartTable(
                [t["Stage"], t["Reached"], t["Of those sent"], t["Of the stage before"]],
                [
                    .. overview.Funnel.Select(stage =>
                        new object?[]
                        {
                            stage.Label,
                            stage.Reached,
                            new ChartTable.Percent(Rate.Of(stage.Reached, sent).Value),
                            stage.RateFromPrevious is { } rate ? new ChartTable.Percent(rate.Value) : null,
                        }
                    ),
                ]
            )
        )
        {
            Nothing = sent == 0 ? t["Nothing was sent in this period."].Value : null,
        };
    }
}
