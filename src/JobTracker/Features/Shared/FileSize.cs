using System.Globalization;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary>Sizes as people say them, a thousand and twenty-four to the next.</summary>
public static class FileSize
{
    private const double Kilo = 1024;

    /// <summary>"812 KB", "3.1 MB"; "3,1 Mo" in French.</summary>
    public static string Of(long bytes, IStringLocalizer t) =>
        bytes < Kilo * Kilo ? t["{0} KB", bytes == 0 ? 0 : Math.Max(1, Math.Round(bytes / Kilo))] : t["{0} MB", Mega(bytes)];

    /// <summary>The number of megabytes, with one decimal where it says something.</summary>
    public static string Mega(long bytes) => (bytes / Kilo / Kilo).ToString("0.#", CultureInfo.CurrentCulture);
}
