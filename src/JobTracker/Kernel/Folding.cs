using System.Globalization;
using System.Text;

namespace JobTracker.Kernel;

/// <summary>The one order and one comparison of names: case, accents and typographic variants do not count, whatever the database's collation.</summary>
public static class Folding
{
    /// <summary>Lower case, accents removed, ligatures spelled out, white space collapsed. The result is compared ordinally.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
            Append(folded, rune);
        return folded.ToString().TrimEnd();
    }

    /// <summary>The words to look for in folded text.</summary>
    public static string[] Words(string? text) => Fold(text?.Replace('\0', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            return;
        if (Rune.IsWhiteSpace(rune))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
            return;
        }
        switch (rune.Value)
        {
            case 'œ' or 'Œ':
                folded.Append("oe");
                break;
            case 'æ' or 'Æ':
                folded.Append("ae");
                break;
            case 'ß' or 'ẞ':
                folded.Append("ss");
                break;
            case 'ø' or 'Ø':
                folded.Append('o');
                break;
            case 'ł' or 'Ł':
                folded.Append('l');
                break;
            case 'đ' or 'Đ':
                folded.Append('d');
                break;
            case '’' or '‘' or 'ʼ':
                folded.Append('\'');
                break;
            default:
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
                break;
        }
    }
}
