using System.Text.Json.Serialization;
using JobTracker.Features.Applications;

namespace JobTracker.Features.Statistics;

/// <summary>A part of a whole, with the size of the whole.</summary>
/// <param name="Value">From 0 to 1; null when there is no whole.</param>
/// <param name="N">How many the whole has.</param>
public sealed record Rate([property: JsonPropertyName("rate")] double? Value, int N)
{
    public static Rate Of(int part, int whole) => new(whole == 0 ? null : (double)part / whole, whole);
}

/// <summary>The numbers at the top.</summary>
/// <param name="Drafts">Those that stand at draft today.</param>
/// <param name="Applied">Those that have an applied date or ever left draft for another status than withdrawn.</param>
/// <param name="Last30Days">Those with an applied date in the last 30 days, today included.</param>
/// <param name="WithInterview">Those that ever reached interview, offer or accepted, or have a completed interview.</param>
/// <param name="Offers">Those that ever reached offer or accepted.</param>
/// <param name="Pending">Today at draft or applied.</param>
/// <param name="Positive">Today at screening, interview, offer or accepted.</param>
/// <param name="Negative">Today at rejected.</param>
/// <param name="NoResponse">Today at no response.</param>
/// <param name="Cancelled">Today at withdrawn.</param>
/// <param name="ResponseRate">Of the applied: those that ever reached screening, interview, offer, accepted or rejected.</param>
/// <param name="InterviewRate">Of the applied.</param>
/// <param name="OfferRate">Of the applied.</param>
public sealed record Dashboard(
    int Total,
    int Drafts,
    int Applied,
    [property: JsonPropertyName("last_30_days")] int Last30Days,
    int WithInterview,
    int Offers,
    int Favorites,
    int Pending,
    int Positive,
    int Negative,
    int NoResponse,
    int Cancelled,
    Rate ResponseRate,
    Rate InterviewRate,
    Rate OfferRate
);

/// <summary>What was applied to in one interval.</summary>
/// <param name="Date">Its first day; that of the first may come before the period.</param>
/// <param name="Cumulative">With all intervals before it.</param>
public sealed record TimelinePoint(DateOnly Date, int Count, int Cumulative);

/// <summary>How many have one word of a list.</summary>
/// <param name="Key">The word; null for those without one.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Value">Of the total, from 0 to 1; null when there is nothing.</param>
public sealed record Share(string? Key, string Label, int Count, [property: JsonPropertyName("share")] double? Value);

/// <summary>How many went one way, and how many of those were answered.</summary>
/// <param name="ResponseRate">Of those on this way that were applied to.</param>
/// <inheritdoc cref="Share"/>
public sealed record MethodShare(
    string? Key,
    string Label,
    int Count,
    [property: JsonPropertyName("share")] double? Value,
    int Responded,
    Rate ResponseRate
);

/// <summary>How often and how fast answers came.</summary>
/// <param name="Rate">Responded of applied, from 0 to 1; null when nothing was applied to.</param>
/// <param name="Timed">Those that responded with both dates known: what median, p90 and buckets are of.</param>
/// <param name="MedianDays">From applied to the first answer; null when <paramref name="Timed"/> is 0.</param>
/// <param name="P90Days">Nine of ten came within so many days.</param>
public sealed record ResponseTimes(
    int Applied,
    int Responded,
    double? Rate,
    int Timed,
    double? MedianDays,
    double? P90Days,
    IReadOnlyList<ResponseTimes.Bucket> Buckets
)
{
    /// <summary>Answers that took so many days.</summary>
    /// <param name="ToDays">The last day that belongs to it; null for the open end.</param>
    public sealed record Bucket(int FromDays, int? ToDays, string Label, int Count);
}

/// <summary>How many of the applied ever came so far.</summary>
/// <param name="RateFromPrevious">Of those that reached the stage before; null at the first.</param>
public sealed record FunnelStage(Stage Stage, string Label, int Reached, Rate? RateFromPrevious);

/// <summary>The ways of the applied, for a Sankey diagram: what flows into a point flows out of it, unless it is an end.</summary>
/// <param name="Nodes">Only points that something passes, those that flow out before those that flow in.</param>
public sealed record Flow(IReadOnlyList<Flow.Node> Nodes, IReadOnlyList<Flow.Link> Links)
{
    /// <param name="Status">Whose colour it has: its status, or that it waits at.</param>
    /// <param name="Value">How many pass it.</param>
    public sealed record Node(FlowPoint Key, string Label, ApplicationStatus Status, int Value);

    public sealed record Link(FlowPoint Source, FlowPoint Target, int Value);
}

/// <summary>A day on which something was applied to.</summary>
public sealed record ActivityDay(DateOnly Date, int Count);
