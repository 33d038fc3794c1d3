using System.Text.RegularExpressions;

namespace JobTracker.Features.Coach.Context;

/// <summary>What a posting asks for matters more than what it says of the company: when there is no room for all, that comes first.</summary>
internal static partial class Requirements
{
    private const int LongestHeading = 80;

    /// <summary>The sections under headings that speak of requirements and tasks, then all others, each in its own order.</summary>
    public static string First(string posting)
    {
        var (wanted, others) = (new List<string>(), new List<string>());
        var isWanted = false;
        foreach (var block in posting.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var first = block.Split('\n', 2)[0];
            if (IsHeading(first))
                isWanted = Words().IsMatch(first);
            (isWanted ? wanted : others).Add(block);
        }
        return string.Join("\n\n", wanted.Concat(others));
    }

    private static bool IsHeading(string line) =>
        line.Length is > 0 and <= LongestHeading && line[^1] is not ('.' or ',' or ';') && !Bullet().IsMatch(line);

    [GeneratedRegex(
        @"\b(requirements?|required|qualifications?|skills?|experience|you have|you will|you bring|you are|about you|must.have|nice.to.have|what we (look|ask|expect)|what you|responsibilit|tasks|missions?|profil|compétences|vous (avez|êtes|serez|savez)|votre (profil|rôle|mission)|prérequis|exigences|attendu|recherch)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Words();

    [GeneratedRegex(
        @"^\s*([-*•–·]|\d+[.)])\s",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Bullet();
}
