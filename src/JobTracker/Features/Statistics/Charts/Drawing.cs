using System.Text.Json.Serialization;
using JobTracker.Features.Applications;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>What the page draws, and what its script draws as a picture.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BarsDrawing), "bars")]
[JsonDerivedType(typeof(TimelineDrawing), "timeline")]
[JsonDerivedType(typeof(FlowDrawing), "flow")]
[JsonDerivedType(typeof(DaysDrawing), "days")]
public abstract record Drawing;

/// <summary>Rows with a bar each; the server draws them.</summary>
public sealed record BarsDrawing(IReadOnlyList<BarsDrawing.Bar> Bars) : Drawing
{
    /// <param name="Length">From 0 to 1.</param>
    /// <param name="Value">The figure that the bar shows.</param>
    /// <param name="More">What else belongs to it, for example of how many.</param>
    /// <param name="Color">Names its colour: a status, or <c>bar</c>.</param>
    /// <param name="IsPale">It is of too few to be relied on.</param>
    /// <param name="Status">Whose pill stands in place of the label.</param>
    public sealed record Bar(
        string Label,
        double Length,
        string Value,
        string? More = null,
        string Color = "bar",
        bool IsPale = false,
        ApplicationStatus? Status = null
    );
}

/// <summary>Bars by date and a line of their sum; the script draws them.</summary>
/// <param name="Bars">What a bar is, in words.</param>
/// <param name="Line">What the line is.</param>
public sealed record TimelineDrawing(Interval Interval, string Bars, string Line, IReadOnlyList<TimelinePoint> Points) : Drawing;

/// <summary>A Sankey diagram; the script draws it.</summary>
public sealed record FlowDrawing(IReadOnlyList<Flow.Node> Nodes, IReadOnlyList<Flow.Link> Links) : Drawing;

/// <summary>A calendar: a column for each week, a square for each day, darker the more there was; the server draws it.</summary>
/// <param name="Weekdays">Their short names, from Monday.</param>
/// <param name="Steps">What each shade stands for, from nothing up.</param>
public sealed record DaysDrawing(
    IReadOnlyList<string> Weekdays,
    IReadOnlyList<DaysDrawing.Week> Weeks,
    IReadOnlyList<DaysDrawing.Step> Steps
) : Drawing
{
    /// <param name="Month">The name of the month that begins in it, if one does and there is room for it.</param>
    /// <param name="Days">From Monday; null outside the period.</param>
    public sealed record Week(string? Month, IReadOnlyList<Day?> Days);

    public sealed record Day(DateOnly Date, int Count, int Shade, string Text);

    public sealed record Step(int Shade, string Text);
}
