using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>How a number stands against the one of the period before.</summary>
/// <param name="Direction">1 more, -1 less, 0 the same or not to be compared.</param>
public sealed record Trend(int Direction, string Text)
{
    public static Trend OfCount(int now, int before, IStringLocalizer<Texts> t) =>
        (now - before) switch
        {
            0 => new(0, t["As many as before"]),
            > 0 and var more => new(1, t["{0} more than before ({1})", more, before]),
            var less => new(-1, t["{0} fewer than before ({1})", -less, before]),
        };

    /// <summary>In percentage points; a rate of rates would say more than the samples bear.</summary>
    public static Trend? OfRate(Rate now, Rate before, IStringLocalizer<Texts> t)
    {
        if (now.Value is not { } today)
            return null;
        if (before.Value is not { } then)
            return new(0, t["Nothing sent before"]);
        var was = t["{0} of {1}", Numerals.Percent(then, t), before.N].Value;
        return (int)Math.Round(100 * (today - then)) switch
        {
            0 => new(0, t["As before ({0})", was]),
            1 => new(1, t["1 point more than before ({0})", was]),
            -1 => new(-1, t["1 point less than before ({0})", was]),
            > 0 and var up => new(1, t["{0} points more than before ({1})", up, was]),
            var down => new(-1, t["{0} points less than before ({1})", -down, was]),
        };
    }
}
