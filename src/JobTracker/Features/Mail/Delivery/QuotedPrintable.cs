using System.Globalization;
using System.Text;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>Text as RFC 2045, section 6.7, carries it: what is ASCII stays readable, lines are at most 76 characters long.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const string End = "\r\n";

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 5 / 4);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            Line(encoded, Encoding.UTF8.GetBytes(line));
        return encoded.ToString();
    }

    private static void Line(StringBuilder encoded, byte[] line)
    {
        var length = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var isLast = at == line.Length - 1;
            var token = Token(line[at], isLast);
            // One character of each line is kept for the sign that it goes on.
            if (length + token.Length > (isLast ? LongestLine : LongestLine - 1))
            {
                encoded.Append('=').Append(End);
                length = 0;
            }
            encoded.Append(token);
            length += token.Length;
        }
        encoded.Append(End);
    }

    /// <summary>White space at the end of a line would be lost on the way.</summary>
    private static string Token(byte value, bool isLast) =>
        value is >= 33 and <= 126 and not (byte)'=' || (value is (byte)' ' or (byte)'\t' && !isLast)
            ? ((char)value).ToString()
            : "=" + value.ToString("X2", CultureInfo.InvariantCulture);
}
