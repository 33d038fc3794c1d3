using System.Globalization;
using JobTracker.Kernel;

namespace JobTracker.Features.Shared;

/// <summary>Which word goes with a number (the plural rules of Unicode's CLDR, for the languages of the site).</summary>
public static class Counts
{
    private const double FrenchPlural = 2;

    /// <summary>True for one; in French for nothing and for a fraction too.</summary>
    public static bool IsSingular(double count) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Locales.French
            ? Math.Abs(count) < FrenchPlural
            : Math.Abs(count - 1) < 0.05;
}
