using JobTracker.Kernel;

namespace JobTracker.Features.Files;

/// <summary>A file's name as it is kept: what was typed, without the folders that some browsers send along.</summary>
internal static class FileName
{
    public const int Most = 200;

    /// <summary>Null when a part of it must not come back to anybody's screen or disk.</summary>
    public static string? Of(string? sent)
    {
        var name = sent?[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name is { Length: > 0 and <= Most } && Rules.IsStorable(name) && !name.Any(IsDeceptive) ? name : null;
    }

    /// <summary>Control characters, line breaks, and the marks that turn the direction of reading, by which one ending looks like another.</summary>
    private static bool IsDeceptive(char letter) =>
        char.IsControl(letter)
        || letter
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or '\u2028'
                or '\u2029'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
