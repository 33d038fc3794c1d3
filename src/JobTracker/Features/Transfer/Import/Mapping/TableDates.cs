using System.Globalization;
using System.Text.RegularExpressions;
using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>Days as people write them in tables. ISO 8601 first: it can mean only one day.</summary>
internal static partial class TableDates
{
    private const int MostLooked = 2_000;
    private const int MostWritten = 64;
    private static readonly string[] InWords = ["d MMM yyyy", "d MMMM yyyy", "d MMM. yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy"];
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("fr")];

    /// <summary>What the dates of these columns tell; where they tell nothing, the day stands first, as in most of the world.</summary>
    public static DateOrder Guess(ITable table, IReadOnlyCollection<int> columns)
    {
        var (dayFirst, monthFirst) = (0, 0);
        foreach (var row in table.Rows().Take(MostLooked))
        foreach (var at in columns.Where(at => at < row.Cells.Count))
        {
            if (row.Cells[at].Length > MostWritten || Numbers().Match(row.Cells[at]) is not { Success: true } match)
                continue;
            dayFirst += Part(match, "one") > 12 ? 1 : 0;
            monthFirst += Part(match, "two") > 12 ? 1 : 0;
        }
        return monthFirst > dayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
    }

    /// <summary>Null for what is no day.</summary>
    public static DateOnly? Read(string text, DateOrder order)
    {
        var written = text.Trim();
        if (written.Length > MostWritten)
            return null;
        if (Iso().Match(written) is { Success: true } iso)
            return Day(Part(iso, "year"), Part(iso, "month"), Part(iso, "day"));
        if (Numbers().Match(written) is { Success: true } numbers)
        {
            var (one, two) = (Part(numbers, "one"), Part(numbers, "two"));
            var year = Part(numbers, "year");
            return Day(year < 100 ? 2000 + year : year, order == DateOrder.DayFirst ? two : one, order == DateOrder.DayFirst ? one : two);
        }
        foreach (var language in Languages)
            if (DateOnly.TryParseExact(written, InWords, language, DateTimeStyles.AllowWhiteSpaces, out var day))
                return day;
        return null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Part(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // A time behind it does not count.
    [GeneratedRegex(@"^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})([T ].*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^\s*(?<one>[0-9]{1,2})[-/. ](?<two>[0-9]{1,2})[-/. ](?<year>[0-9]{4}|[0-9]{2})([T ,].*)?\s*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbers();
}
