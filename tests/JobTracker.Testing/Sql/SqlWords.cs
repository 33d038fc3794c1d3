using System.Text.RegularExpressions;

namespace JobTracker.Testing.Sql;

/// <summary>SQL as words: names and keywords in lower case without their quotes, signs one by one; literals and comments are left out.</summary>
public static partial class SqlWords
{
    /// <summary>A literal, of which only that there is one matters.</summary>
    public const string Literal = "''";

    /// <summary>The statements of a command, each as its words.</summary>
    public static IEnumerable<IReadOnlyList<string>> Statements(string sql)
    {
        var words = new List<string>();
        foreach (Match match in Word().Matches(sql))
        {
            if (match.Groups["comment"].Success)
                continue;
            if (match.Value == ";")
            {
                if (words.Count > 0)
                    yield return words;
                words = [];
                continue;
            }
            words.Add(match.Groups["literal"].Success ? Literal : match.Value.Trim('"').ToLowerInvariant());
        }
        if (words.Count > 0)
            yield return words;
    }

    [GeneratedRegex(
        """(?<comment>--[^\n]*|/\*.*?\*/)|(?<literal>[eE]?'(?:[^']|'')*')|"[^"]+"|[@$:]?\w+|\S""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Word();
}
