using System.Text;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Structured;

/// <summary>What a model wrote, as the database can keep it.</summary>
internal static class Plain
{
    /// <summary>Trimmed and cut; without what cannot be stored. Empty when nothing is left.</summary>
    public static string Text(string? text, int most)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
                continue;
            if (kept.Length + rune.Utf16SequenceLength > most)
                break;
            kept.Append(rune);
        }
        return kept.ToString().Trim();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string? text, int most) => Tidy.Line(Text(text, most)) ?? "";
}
