using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>How far the applied came, and by which way.</summary>
internal static class Ways
{
    private static readonly Stage[] Between = [Stage.Screening, Stage.Interview, Stage.Offer];

    public static IReadOnlyList<FunnelStage> Funnel(Tally tally, IStringLocalizer<Texts> t)
    {
        var reached = Enum.GetValues<Stage>()
            .Select(stage => tally.Standing.Where(row => row.Reached > (int)stage).Sum(row => row.Count))
            .ToArray();
        return
        [
            .. Enum.GetValues<Stage>()
                .Select(
                    (stage, at) =>
                        new FunnelStage(stage, NameOf(stage, t), reached[at], at == 0 ? null : Rate.Of(reached[at], reached[at - 1]))
                ),
        ];
    }

    public static Flow Flow(Tally tally, IStringLocalizer<Texts> t)
    {
        var ways = tally.Standing.Where(row => row.Reached > 0).Select(row => (Points: PointsOf(row), row.Count)).ToList();
        return new Flow(
            [
                .. ways.SelectMany(way => way.Points.Select(point => (point, way.Count)))
                    .GroupBy(passed => passed.point, passed => passed.Count)
                    .OrderBy(passed => passed.Key)
                    .Select(passed => new Flow.Node(passed.Key, NameOf(passed.Key, t), StatusOf(passed.Key), passed.Sum())),
            ],
            [
                .. ways.SelectMany(way => way.Points.Zip(way.Points.Skip(1), (source, target) => (source, target, way.Count)))
                    .GroupBy(step => (step.source, step.target), step => step.Count)
                    .OrderBy(step => step.Key)
                    .Select(step => new Flow.Link(step.Key.source, step.Key.target, step.Sum())),
            ]
        );
    }

    /// <summary>
    /// Forwards only, from applied through the stages to an end or to waiting, so that nothing can come back to where it was. An end that was
    /// left again was none.
    /// </summary>
    private static List<FlowPoint> PointsOf(CountedRow row)
    {
        List<FlowPoint> points = [FlowPoint.Applied];
        points.AddRange(Between.Where((_, at) => (row.Path & (1 << at)) != 0).Select(stage => (FlowPoint)stage));
        if (row.Reached > (int)Stage.Accepted)
            points.Add(FlowPoint.Accepted);
        points.AddRange(
            Wire.Parse<ApplicationStatus>(row.Status!) switch
            {
                ApplicationStatus.Rejected => [FlowPoint.Rejected],
                ApplicationStatus.Withdrawn => [FlowPoint.Withdrawn],
                ApplicationStatus.NoResponse => [FlowPoint.NoResponse],
                _ => WaitingAfter(points[^1]),
            }
        );
        return points;
    }

    private static FlowPoint[] WaitingAfter(FlowPoint point) =>
        point switch
        {
            FlowPoint.Applied => [FlowPoint.WaitingAfterApplied],
            FlowPoint.Screening => [FlowPoint.WaitingAfterScreening],
            FlowPoint.Interview => [FlowPoint.WaitingAfterInterview],
            FlowPoint.Offer => [FlowPoint.WaitingAfterOffer],
            _ => [],
        };

    private static ApplicationStatus StatusOf(FlowPoint point) =>
        point switch
        {
            FlowPoint.Applied or FlowPoint.WaitingAfterApplied => ApplicationStatus.Applied,
            FlowPoint.Screening or FlowPoint.WaitingAfterScreening => ApplicationStatus.Screening,
            FlowPoint.Interview or FlowPoint.WaitingAfterInterview => ApplicationStatus.Interview,
            FlowPoint.Offer or FlowPoint.WaitingAfterOffer => ApplicationStatus.Offer,
            FlowPoint.Accepted => ApplicationStatus.Accepted,
            FlowPoint.Rejected => ApplicationStatus.Rejected,
            FlowPoint.Withdrawn => ApplicationStatus.Withdrawn,
            _ => ApplicationStatus.NoResponse,
        };

    private static string NameOf(Stage stage, IStringLocalizer<Texts> t) =>
        stage switch
        {
            Stage.Applied => t["Sent"],
            Stage.Screening => t["Screening or beyond"],
            Stage.Interview => t["Interview or beyond"],
            Stage.Offer => t["Offer or beyond"],
            _ => t["Accepted"],
        };

    private static string NameOf(FlowPoint point, IStringLocalizer<Texts> t) =>
        point switch
        {
            FlowPoint.WaitingAfterApplied => t["Waiting for an answer"],
            FlowPoint.WaitingAfterScreening => t["Waiting after screening"],
            FlowPoint.WaitingAfterInterview => t["Waiting after an interview"],
            FlowPoint.WaitingAfterOffer => t["Offer not answered yet"],
            _ => t[StatusLook.Of(point).Text],
        };
}
