using System.ComponentModel;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Statistics;

/// <summary>A period as it stands in an address.</summary>
public record PeriodQuery
{
    [FromQuery(Name = "from"), Description("Only what was applied to on this day or later.")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to"), Description("Only what was applied to on this day or earlier.")]
    public DateOnly? To { get; init; }

    internal virtual ReadOverview.Input ToInput() => new() { From = From, To = To };
}

/// <summary>The same with the interval of a timeline.</summary>
public sealed record TimelineQuery : PeriodQuery
{
    [
        FromQuery(Name = "interval"),
        Description("day, week (from Monday) or month; when left out, days for up to 31 days, weeks for up to 190, else months.")
    ]
    public Word<Interval>? Interval { get; init; }

    internal override ReadOverview.Input ToInput() => base.ToInput() with { Interval = Interval?.Value };
}
