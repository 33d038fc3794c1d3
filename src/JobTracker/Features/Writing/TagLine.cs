using System.Text.RegularExpressions;

namespace JobTracker.Features.Writing;

/// <summary>Tags as one line of a form: <c>motivation, "short, in English"</c>.</summary>
internal static partial class TagLine
{
    public static string Of(IEnumerable<string> tags) =>
        string.Join(", ", tags.Select(tag => tag.Contains(',', StringComparison.Ordinal) ? $"\"{tag}\"" : tag));

    public static IReadOnlyList<string> Read(string? line) =>
        [.. Part().Matches(line ?? "").Select(part => part.Value.Trim().Trim('"').Trim()).Where(tag => tag.Length > 0)];

    [GeneratedRegex("\\s*\"[^\"]*\"\\s*(?=,|$)|[^,]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
