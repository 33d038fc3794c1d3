using System.Text;
using System.Text.RegularExpressions;

namespace JobTracker.Features.Coach.Context;

/// <summary>
/// Puts what people wrote, and what they pasted from elsewhere, between tags that nobody can write: each prompt has its own mark. What looks
/// like such a tag is taken out, and so is what people cannot see but models read.
/// </summary>
/// <param name="mark">Of this prompt, not to be guessed.</param>
internal sealed partial class Wrapper(string mark)
{
    private const string Removed = "[…]";

    /// <summary>Random bytes of a mark.</summary>
    public const int MarkBytes = 8;

    public string Opening(string kind) => $"<item-{mark} {kind}>";

    public string Closing => $"</item-{mark}>";

    /// <summary>The text on lines of its own between its tags. It must be <see cref="Clean"/>.</summary>
    public string Wrap(string kind, string text) => $"{Opening(kind)}\n{text}\n{Closing}\n";

    /// <summary>Without invisible characters, tags like ours, and the mark.</summary>
    public string Clean(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (!IsInvisible(rune))
                seen.Append(rune);
        var clean = Tag().Replace(seen.ToString(), Removed);
        return clean.Replace(mark, Removed, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Control characters, marks of writing direction, joiners of nothing, and the alphabet of invisible tags.</summary>
    private static bool IsInvisible(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
        || rune.Value
            is 0x00AD
                or 0x061C
                or 0x180E
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0xFEFF
                or (>= 0xFFF9 and <= 0xFFFB)
                or 0xFFFD
                or (>= 0xE0000 and <= 0xE0FFF);

    // Any kind of angle bracket, with any white space, ended or not: a model reads these as tags although a parser would not.
    [GeneratedRegex(
        @"[<＜〈⟨]\s*[/／\\]?\s*(item|system|user|assistant|model|instructions?)\b[^<>＜＞〈〉⟨⟩\n]{0,200}[>＞〉⟩]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Tag();
}
