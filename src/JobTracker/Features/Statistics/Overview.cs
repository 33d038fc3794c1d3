using System.Text.Json.Serialization;

namespace JobTracker.Features.Statistics;

/// <summary>Which applications count: those applied to from the first to the last day; all when both are open.</summary>
public sealed record Period(DateOnly? From, DateOnly? To)
{
    public static readonly Period All = new(null, null);

    /// <summary>The equally long period that ends the day before; null when an end is open.</summary>
    [JsonIgnore]
    public Period? Before =>
        From is { } from && To is { } to ? new(from.AddDays(from.DayNumber - to.DayNumber - 1), from.AddDays(-1)) : null;
}

/// <summary>All figures of one period.</summary>
/// <param name="Interval">Of the timeline: as asked for, or as the length of the period suggests.</param>
/// <param name="Previous">The numbers of the equally long period before; null when an end of this one is open.</param>
/// <param name="Activity">Only days with something, in order.</param>
public sealed record Overview(
    Period Period,
    Interval Interval,
    Dashboard Dashboard,
    Dashboard? Previous,
    IReadOnlyList<TimelinePoint> Timeline,
    IReadOnlyList<Share> ByStatus,
    IReadOnlyList<Share> ByType,
    IReadOnlyList<MethodShare> ByMethod,
    ResponseTimes ResponseRate,
    IReadOnlyList<FunnelStage> Funnel,
    Flow Flow,
    IReadOnlyList<ActivityDay> Activity
)
{
    /// <summary>In the person's time zone.</summary>
    [JsonIgnore]
    public DateOnly Today { get; init; }
}
