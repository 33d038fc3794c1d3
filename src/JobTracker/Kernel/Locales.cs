using System.Globalization;

namespace JobTracker.Kernel;

/// <summary>The languages of the site.</summary>
public static class Locales
{
    public const string English = "en";
    public const string French = "fr";
    public static readonly IReadOnlyList<string> All = [English, French];

    /// <summary>The language of this request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == French ? French : English;
}
