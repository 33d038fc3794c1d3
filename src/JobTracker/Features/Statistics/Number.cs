using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>One of the numbers at the top: what it is of and what it means stand with it.</summary>
/// <param name="Value">With its unit; a dash when there is none.</param>
/// <param name="Basis">"11 of 22".</param>
/// <param name="IsSmall">It is of too few to be relied on.</param>
/// <param name="Definition">What counts.</param>
/// <param name="Trend">Against the period before; null when there is none to compare with.</param>
public sealed record Number(string Label, string Value, string Basis, bool IsSmall, string Definition, Trend? Trend = null)
{
    /// <summary>Below this, one answer more or less moves a rate by more than three points.</summary>
    public const int EnoughForRates = 30;

    public static IReadOnlyList<Number> Of(Overview overview, IStringLocalizer<Texts> t)
    {
        var now = overview.Dashboard;
        var before = overview.Previous;
        var times = overview.ResponseRate;
        return
        [
            new(
                t["Sent"],
                Numerals.Whole(now.Applied),
                t["{0} in the last 30 days", now.Last30Days],
                IsSmall: false,
                t["Drafts are not counted"],
                before is null ? null : Trend.OfCount(now.Applied, before.Applied, t)
            ),
            OfRate(t["Response rate"], now.ResponseRate, before?.ResponseRate, t["Any answer, refusals included"], t),
            OfRate(t["Interview rate"], now.InterviewRate, before?.InterviewRate, t["Ever reached an interview"], t),
            new(
                t["Time to answer"],
                times.MedianDays is { } median ? Numerals.Days(median, t) : "–",
                times.Timed == 0 ? t["No answer yet"] : t["median of {0}", times.Timed],
                times.Timed is > 0 and < EnoughForRates,
                times.P90Days is { } most
                    ? t["From applied to first answer, 9 in 10 within {0}", Numerals.Days(most, t)]
                    : t["From applied to first answer"]
            ),
        ];
    }

    private static Number OfRate(string label, Rate now, Rate? before, string definition, IStringLocalizer<Texts> t) =>
        new(
            label,
            Numerals.Percent(now.Value, t),
            t["{0} of {1}", now.Part(), now.N],
            now.N is > 0 and < EnoughForRates,
            definition,
            before is null ? null : Trend.OfRate(now, before, t)
        );
}
