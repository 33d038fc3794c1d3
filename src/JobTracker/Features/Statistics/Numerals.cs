using System.Globalization;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>Figures as the reader's language writes them.</summary>
public static class Numerals
{
    private const double SecondDay = 2;

    public static string Whole(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"50%", "50 %"; a dash for null.</summary>
    public static string Percent(double? share, IStringLocalizer<Texts> t) =>
        share is { } known ? t["{0}%", Math.Round(100 * known).ToString("0", CultureInfo.CurrentCulture)] : "–";

    /// <summary>"8 days", "1 day", "8.5 days".</summary>
    public static string Days(double days, IStringLocalizer<Texts> t)
    {
        var count = days.ToString("0.#", CultureInfo.CurrentCulture);
        return IsOne(days) ? t["{0} day", count] : t["{0} days", count];
    }

    // French says "day" up to two of them.
    private static bool IsOne(double days) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Locales.French ? days < SecondDay : Math.Abs(days - 1) < 0.05;

    /// <summary>How many a rate says yes of.</summary>
    public static int Part(this Rate rate) => (int)Math.Round((rate.Value ?? 0) * rate.N);
}
