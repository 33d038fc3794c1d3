using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>What people chose, in headers: never more than one header, whatever is in it.</summary>
internal static class MailHeaders
{
    private const string Start = "=?utf-8?B?";
    private const string Finish = "?=";

    // RFC 2047: at most 75 characters in one word, which is 45 bytes in base64.
    private const int MostBytes = 45;

    // Plain text stays plain up to a length that no line of a header minds.
    private const int LongestPlain = 60;

    /// <summary>Words of RFC 2047 wherever the text is more than short printable ASCII.</summary>
    public static string Text(string text)
    {
        var line = OneLine(text);
        return
            line.Length <= LongestPlain
            && line.All(character => character is >= ' ' and <= '~')
            && !line.Contains("=?", StringComparison.Ordinal)
            ? line
            : string.Join("\r\n ", Words(line).Select(word => Start + Convert.ToBase64String(Encoding.UTF8.GetBytes(word)) + Finish));
    }

    /// <summary>A name, if there is one, always as an encoded word or a quoted string; the address between angle brackets.</summary>
    public static string Address(MailAddress address)
    {
        var mailbox = $"<{Mailbox(address)}>";
        if (address.DisplayName.Length == 0)
            return mailbox;
        var name = Text(address.DisplayName);
        return name.StartsWith(Start, StringComparison.Ordinal)
            ? $"{name} {mailbox}"
            : $"\"{name.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" {mailbox}";
    }

    /// <summary>The address as servers take it: the host in the letters of the domain name system.</summary>
    public static string Mailbox(MailAddress address) => $"{address.User}@{Host(address)}";

    public static string Host(MailAddress address) => new IdnMapping().GetAscii(address.Host);

    /// <summary>No line breaks and no other signs for machines.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();

    /// <summary>Pieces of whole characters.</summary>
    private static IEnumerable<string> Words(string line)
    {
        var word = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                yield return word.ToString();
                word.Clear();
                bytes = 0;
            }
            word.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        yield return word.ToString();
    }
}
