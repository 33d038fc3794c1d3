using System.Text.RegularExpressions;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>Days as people write them in English and French.</summary>
internal static partial class WrittenDays
{
    private static readonly string[] Months =
    [
        "janvier january janv jan",
        "fevrier february fevr fev feb",
        "mars march mar",
        "avril april avr apr",
        "mai may",
        "juin june jun",
        "juillet july juil jul",
        "aout august aug",
        "septembre september sept sep",
        "octobre october oct",
        "novembre november nov",
        "decembre december dec",
    ];

    /// <param name="IsSure">False when the order of day and month, or the year, is a guess.</param>
    public sealed record Written(DateOnly Day, bool IsSure);

    /// <summary>The first day in the text; null when there is none.</summary>
    /// <param name="text">A line.</param>
    /// <param name="today">A day without its year is the next one from here.</param>
    public static Written? In(string text, DateOnly today)
    {
        var line = Folding.Fold(text);
        if (Iso().Match(line) is { Success: true } iso)
            return Day(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"), isSure: true);
        if (Named().Match(line) is { Success: true } named)
            return Of(named, Number(named, "d"), today);
        if (Turned().Match(line) is { Success: true } turned)
            return Of(turned, Number(turned, "d"), today);
        return Numbers().Match(line) is { Success: true } numbers ? OfNumbers(numbers) : null;
    }

    private static Written? Of(Match match, int day, DateOnly today)
    {
        var month = Array.FindIndex(Months, names => names.Split(' ').Contains(match.Groups["m"].Value.TrimEnd('.'))) + 1;
        if (match.Groups["y"].Success)
            return Day(Number(match, "y"), month, day, isSure: true);
        return Day(today.Year, month, day, isSure: false) is { } thisYear
            ? thisYear.Day >= today
                ? thisYear
                : Day(today.Year + 1, month, day, isSure: false)
            : null;
    }

    /// <summary>Day first, as in most of the world; where it could be the month, it is a guess.</summary>
    private static Written? OfNumbers(Match match)
    {
        var (first, second, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
        year = year < 100 ? 2000 + year : year;
        return second > 12 ? Day(year, first, second, isSure: true) : Day(year, second, first, isSure: first > 12 || first == second);
    }

    private static Written? Day(int year, int month, int day, bool isSure) =>
        year is >= 1970 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Written(new DateOnly(year, month, day), isSure)
            : null;

    private static int Number(Match match, string name) =>
        int.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    private const string AnyMonth =
        "(?<m>janvier|january|janv|jan|fevrier|february|fevr|fev|feb|mars|march|mar|avril|april|avr|apr|mai|may|juin|june|jun|juillet|july|juil|jul|aout|august|aug|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|decembre|december|dec)\\.?";

    [GeneratedRegex(@"\b(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"\b(?<d>[0-9]{1,2})(er|st|nd|rd|th)?( of)? " + AnyMonth + @"(,? (?<y>[0-9]{4}))?\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\b" + AnyMonth + @" (?<d>[0-9]{1,2})(st|nd|rd|th)?(,? (?<y>[0-9]{4}))?\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Turned();

    [GeneratedRegex(
        @"\b(?<a>[0-9]{1,2})[/.](?<b>[0-9]{1,2})[/.](?<y>[0-9]{4}|[0-9]{2})\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbers();
}
