using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>By which ways applications went.</summary>
internal static class FlowChart
{
    public static Chart Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var flow = overview.Flow;
        var labels = flow.Nodes.ToDictionary(node => node.Key, node => node.Label);
        return new Chart(
            "flow",
            t["How applications moved"],
            t["{0} sent, by status change", Numerals.Whole(overview.Dashboard.Applied)],
            new FlowDrawing(flow.Nodes, flow.Links),
            new ChartTable(
                [t["From"], t["Leads to"], t["Applications"]],
                [.. flow.Links.Select(link => new object?[] { labels[link.Source], labels[link.Target], link.Value })]
            )
        )
        {
            Nothing = flow.Links.Count == 0 ? t["Nothing was sent in this period."].Value : null,
            Description = t[
                "A flow diagram of {0} applications from Applied through the stages to where they stand. Its table lists every step.",
                overview.Dashboard.Applied
            ],
            Width = ChartWidth.Wide,
        };
    }
}
