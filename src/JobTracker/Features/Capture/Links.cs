using System.Text.RegularExpressions;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>Web addresses in running text.</summary>
internal static partial class Links
{
    private const int Most = 20;

    /// <summary>The first few, without the punctuation behind them.</summary>
    public static IEnumerable<string> In(string? text) =>
        Address()
            .Matches(text ?? "")
            .Take(Most)
            .Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"', '»', '”', '’', '>'))
            .Where(Rules.IsWebAddress);

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
