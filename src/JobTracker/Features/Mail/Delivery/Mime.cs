using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>
/// A mail as it crosses the network: RFC 5322 headers, RFC 2046 multipart/alternative with the plain text first, quoted-printable, so that
/// every line is ASCII and shorter than any server minds.
/// </summary>
internal static class Mime
{
    private const string End = "\r\n";

    public static byte[] Write(OutgoingMail mail, MailAddress from)
    {
        var letter = mail.Letter;
        var boundary = $"=_{mail.Id:N}";
        var text = new StringBuilder()
            .Header("From", MailHeaders.Address(from))
            .Header("To", MailHeaders.Address(new MailAddress(letter.To)))
            .Header("Subject", MailHeaders.Text(letter.Subject))
            .Header("Date", mail.WrittenAt.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture))
            // The same at every attempt: mailboxes recognise by it what they have already.
            .Header("Message-ID", $"<{mail.Id:N}@{MailHeaders.Host(from)}>")
            .Header("Auto-Submitted", "auto-generated")
            .Header("Content-Language", letter.Locale);
        if (letter.Unsubscribe is { } unsubscribe)
            text.Header("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>").Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        text.Header("MIME-Version", "1.0").Header("Content-Type", $"multipart/alternative;{End} boundary=\"{boundary}\"").Append(End);
        Part(text, boundary, "text/plain", letter.Text);
        Part(text, boundary, "text/html", letter.Html);
        return Encoding.ASCII.GetBytes(text.Append("--").Append(boundary).Append("--").Append(End).ToString());
    }

    private static StringBuilder Header(this StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append(End);

    private static void Part(StringBuilder text, string boundary, string type, string content) =>
        text.Append("--")
            .Append(boundary)
            .Append(End)
            .Header("Content-Type", $"{type}; charset=utf-8")
            .Header("Content-Transfer-Encoding", "quoted-printable")
            .Append(End)
            .Append(QuotedPrintable.Encode(content))
            .Append(End);
}
