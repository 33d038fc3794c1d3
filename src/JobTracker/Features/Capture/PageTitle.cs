using System.Text.RegularExpressions;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>Guesses from the title of a page: "Position - Company | Site".</summary>
internal static partial class PageTitle
{
    private const int MostTitle = 400;

    public static Found Read(string title)
    {
        if (Tidy.Line(title) is not { } whole)
            return new Found();
        var line = Blanks().Replace(whole.Length > MostTitle ? whole[..MostTitle] : whole, " ");
        var (position, company) = Split(line);
        return new Found
        {
            Facts = new ApplicationFacts
            {
                Position = PositionName.Bare(position),
                Company = company,
                EmploymentType = ContractWords.In(position),
            },
        }.Doubting(nameof(ApplicationFacts.Position), nameof(ApplicationFacts.Company), nameof(ApplicationFacts.EmploymentType));
    }

    private static (string Position, string? Company) Split(string title)
    {
        var parts = Marks().Split(title).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
            return (title, null);
        if (Hires().Match(parts[0]) is { Success: true } hires)
            return (hires.Groups["position"].Value, hires.Groups["company"].Value);
        if (At().Match(parts[0]) is { Success: true } at)
            return (at.Groups["position"].Value, at.Groups["company"].Value);
        // "Alternance – Développeur" begins with the kind of contract, not with the position.
        var skip = parts.Count > 1 && ContractWords.In(parts[0]) is not null && !parts[0].Contains(' ', StringComparison.Ordinal) ? 1 : 0;
        return (parts[skip], parts.Count > skip + 1 ? parts[skip + 1] : null);
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s[-–—|·•]\s|\s?\|\s?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"^(?<company>.{1,80}?)\s+(is hiring|hiring|recrute)\s+(an?\s+|une?\s+|pour des postes de\s+)?(?<position>.+?)(\s+(in|à)\s+.+|\s+\(.+\))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hires();

    [GeneratedRegex(
        @"^(?<position>.{2,120}?)\s+(at|chez|@)\s+(?<company>.{2,80})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex At();
}
