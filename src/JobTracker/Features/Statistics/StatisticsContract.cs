using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Kernel;
using JobTracker.Web.Documents;
using DashboardFigures = JobTracker.Features.Statistics.Dashboard;
using FlowFigures = JobTracker.Features.Statistics.Flow;
using OverviewFigures = JobTracker.Features.Statistics.Overview;

namespace JobTracker.Features.Statistics;

/// <summary>What the OpenAPI document says of <c>/api/statistics</c>.</summary>
internal static class StatisticsContract
{
    private const string Of = "Of the applications applied to in the period; without one, of all.";

    public static readonly Chapter Chapter = new(
        "statistics",
        "Figures of one person's applications. A period narrows them to what was applied to in it, drafts without an applied date then do not "
            + "count; days are those of the person's time zone. A rate is `{rate, n}`: a fraction from 0 to 1 of `n`, null when `n` is 0."
    )
    {
        Fields =
        [
            FieldNote.On<Rate>(rate => rate.Value, "From 0 to 1; null when `n` is 0."),
            FieldNote.On<Rate>(rate => rate.N, "How many it is of."),
            FieldNote.On<DashboardFigures>(numbers => numbers.Drafts, "Stand at draft today."),
            FieldNote.On<DashboardFigures>(
                numbers => numbers.Applied,
                "Have an applied date, or ever left draft for another status than withdrawn."
            ),
            FieldNote.On<DashboardFigures>(numbers => numbers.Last30Days, "Applied date in the last 30 days, today included."),
            FieldNote.On<DashboardFigures>(
                numbers => numbers.WithInterview,
                "Ever reached interview, offer or accepted, or have a completed interview."
            ),
            FieldNote.On<DashboardFigures>(numbers => numbers.Offers, "Ever reached offer or accepted."),
            FieldNote.On<DashboardFigures>(
                numbers => numbers.ResponseRate,
                "Of the applied: ever reached screening, interview, offer, accepted or rejected."
            ),
            FieldNote.On<TimelinePoint>(point => point.Date, "The interval's first day; that of the first may come before `from`."),
            FieldNote.On<Share>(share => share.Key, "Null for those without one."),
            FieldNote.On<Share>(share => share.Value, "Of all in the period, from 0 to 1; null when there are none."),
            FieldNote.On<MethodShare>(share => share.Key, "Null for those without one."),
            FieldNote.On<MethodShare>(share => share.Value, "Of all in the period, from 0 to 1; null when there are none."),
            FieldNote.On<ResponseTimes>(times => times.Rate, "Responded of applied, from 0 to 1; null when nothing was applied to."),
            FieldNote.On<ResponseTimes>(
                times => times.Timed,
                "Responded, with an applied and a responded date: what median, p90 and buckets are of."
            ),
            FieldNote.On<ResponseTimes.Bucket>(bucket => bucket.ToDays, "The last day that belongs to it; null for the open end."),
            FieldNote.On<FunnelStage>(stage => stage.Reached, "Applied ones that ever came so far or further."),
            FieldNote.On<FunnelStage>(stage => stage.RateFromPrevious, "Of those that reached the stage before; null at the first."),
            FieldNote.On<FlowFigures.Node>(node => node.Status, "Its own status, or the one it waits at."),
            FieldNote.On<FlowFigures.Node>(node => node.Value, "How many pass it or end there."),
            FieldNote.On<OverviewFigures>(
                overview => overview.Previous,
                "Of the equally long period just before; null unless the period has both ends."
            ),
        ],
    };

    public static readonly Operation Overview = new("readStatistics", "Read all figures at once")
    {
        Description = Of,
        Query = typeof(ReadOverview.Input),
        Answers = Answer.Ok(StatisticsExamples.Overview),
    };

    public static readonly Operation Dashboard = Part("readDashboard", "Read the main numbers", StatisticsExamples.Numbers, Of);

    public static readonly Operation Timeline = Part(
        "readTimeline",
        "Read how many were applied to over time",
        new Page<TimelinePoint>(StatisticsExamples.Points),
        $"By applied date, without gaps, up to {Statistics.Timeline.MostPoints} points. Without `from` it begins with the first, without `to` it "
            + "ends today, or with the last if that lies ahead."
    );

    public static readonly Operation ByStatus = Part(
        "readByStatus",
        "Read how many stand where",
        new Page<Share>(StatisticsExamples.Statuses),
        Of
    );

    public static readonly Operation ByType = Part(
        "readByType",
        "Read how many there are of each contract",
        new Page<Share>(StatisticsExamples.Types),
        Of
    );

    public static readonly Operation ByMethod = Part(
        "readByMethod",
        "Read how many went which way, and how many of them were answered",
        new Page<MethodShare>(StatisticsExamples.Methods),
        Of
    );

    public static readonly Operation ResponseRate = Part(
        "readResponseRate",
        "Read how often and how fast answers came",
        StatisticsExamples.Answers,
        "Days are counted from the applied to the responded date; between two values median and p90 are in proportion."
    );

    public static readonly Operation Funnel = Part(
        "readFunnel",
        "Read how many ever came how far",
        new Page<FunnelStage>(StatisticsExamples.Stages),
        "Of the applied. A stage counts once it, a later one or, for interview, a completed interview was ever reached: a rejection erases nothing."
    );

    public static readonly Operation Flow = Part(
        "readFlow",
        "Read by which ways applications went",
        StatisticsExamples.Ways,
        "For a Sankey diagram, from the histories of the applied. A step back is left out of a way, and so is an end that was left again, so that "
            + "there is no cycle; what flows into a node flows out of it, or ends there."
    );

    public static readonly Operation Activity = Part(
        "readActivity",
        "Read on which days something was applied to",
        new Page<ActivityDay>(StatisticsExamples.Days),
        "Only days with something, in order."
    );

    public static readonly Operation Export = new("exportStatistics", "Read all figures as a workbook")
    {
        Description =
            "Excel's format: a sheet for the main numbers, the timeline, the statuses, contracts, channels and the funnel, in the caller's language.",
        Query = typeof(ReadOverview.Input),
        Answers = Answer.Bytes([WorkbookWriter.MediaType]),
    };

    private static Operation Part<T>(string id, string summary, T example, string description)
        where T : class =>
        new(id, summary)
        {
            Description = description,
            Query = typeof(ReadOverview.Input),
            Answers = Answer.Ok(example),
        };
}
