namespace JobTracker.Kernel;

/// <summary>What people type, as it is kept.</summary>
public static class Tidy
{
    /// <summary>One line: trimmed, line breaks and tabs become spaces; null when nothing is left.</summary>
    public static string? Line(string? text)
    {
        var line = text?.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return string.IsNullOrEmpty(line) ? null : line;
    }

    /// <summary>Several lines: line ends as \n, trimmed; null when nothing is left.</summary>
    public static string? Block(string? text)
    {
        var block = text?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(block) ? null : block;
    }
}
