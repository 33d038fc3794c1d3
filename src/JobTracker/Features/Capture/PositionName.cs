using System.Text.RegularExpressions;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>The name of a position without what only belongs to the advert: "(F/H)", "m/f/d", "Alternance –".</summary>
internal static partial class PositionName
{
    public static string? Bare(string? title)
    {
        if (Tidy.Line(title) is not { } name)
            return null;
        var bare = Genders().Replace(name, " ");
        bare = Contract().Replace(bare.Trim(), "");
        bare = Blanks().Replace(bare, " ").Trim(' ', '-', '–', '—', '|', ',', ':', '·');
        return bare.Length == 0 ? name : bare;
    }

    [GeneratedRegex(
        @"[(\[]\s*[fhmwdxn]\s*([/|.,-]\s*[fhmwdxn]\s*){1,3}[)\]]|\b[fhmwdxn](/[fhmwdxn]){1,3}\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Genders();

    // Only with a mark behind it: "Stage management assistant" is a name.
    [GeneratedRegex(
        @"^(offre d['’]emploi|cdi|cdd|stage|internship|alternance|apprentissage|apprenticeship|freelance|int[ée]rim)\s*[-–—:|]\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Contract();

    [GeneratedRegex(@"\s{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
