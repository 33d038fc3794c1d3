using System.Text.RegularExpressions;

namespace JobTracker.Features.Capture;

/// <summary>What kind of thing was pasted.</summary>
internal static partial class Looks
{
    public static bool LikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..] start && start.Contains('"');

    public static bool LikeHtml(string text) => Tag().IsMatch(text);

    // A name that postings in HTML have somewhere; "a < b" and "<jane@example.com>" are none.
    [GeneratedRegex(
        @"<(!doctype|html|head|body|script|div|p|br|ul|ol|li|h[1-6]|span|table|section|article|main|b|strong|em|a|meta|title)(\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();
}
