using System.Globalization;
using System.Text;

namespace JobTracker.Features.CalendarFeed.ICalendar;

/// <summary>The lines that iCalendar is made of (RFC 5545 §3.1): escaped, folded at 75 octets, ended by CRLF.</summary>
internal sealed class ContentLines
{
    private const int MostOctets = 75;
    private const string NewLine = "\r\n";

    private readonly StringBuilder text = new();

    /// <summary>A line whose value is written as it is.</summary>
    public void Add(string name, string value) => Fold($"{name}:{value}");

    /// <summary>A line with words in it (TEXT, §3.3.11).</summary>
    public void AddText(string name, string value) => Fold($"{name}:{Escape(value)}");

    /// <summary>An instant in UTC.</summary>
    public void Add(string name, DateTimeOffset instant) => Add(name, Utc(instant));

    public override string ToString() => text.ToString();

    public static string Utc(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What a clock shows, wherever that is.</summary>
    public static string Clock(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
            _ = letter switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                // Nothing else below the space has a place in the grammar.
                < ' ' and not '\t' or '\u007f' => escaped,
                _ => escaped.Append(letter),
            };
        return escaped.ToString();
    }

    /// <summary>Between characters only: some programs decode line by line. The space that begins a continuation counts.</summary>
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append(NewLine).Append(' ');
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append(NewLine);
    }
}
