using System.Globalization;
using JobTracker.Features.Shared;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>Figures as the reader's language writes them.</summary>
public static class Numerals
{
    public static string Whole(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"50%", "50 %"; a dash for null.</summary>
    public static string Percent(double? share, IStringLocalizer<Texts> t) =>
        share is { } known ? t["{0}%", Math.Round(100 * known).ToString("0", CultureInfo.CurrentCulture)] : "–";

    /// <summary>"8 days", "1 day", "8.5 days".</summary>
    public static string Days(double days, IStringLocalizer<Texts> t)
    {
        var count = days.ToString("0.#", CultureInfo.CurrentCulture);
        return Counts.IsSingular(days) ? t["{0} day", count] : t["{0} days", count];
    }

    /// <summary>How many a rate says yes of.</summary>
    public static int Part(this Rate rate) => (int)Math.Round((rate.Value ?? 0) * rate.N);
}
