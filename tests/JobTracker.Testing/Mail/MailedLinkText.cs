using System.Text.RegularExpressions;
using JobTracker.Features.Mail.Delivery;
using Xunit;

namespace JobTracker.Testing.Mail;

/// <summary>What a person picks out of a mail.</summary>
public static partial class MailedLinkText
{
    /// <summary>The link with a token in it.</summary>
    public static Uri Link(this OutgoingMail mail)
    {
        var link = WithToken().Match(mail.Letter.Text);
        Assert.True(link.Success, mail.Letter.Text);
        return new Uri(link.Value);
    }

    /// <summary>The token alone.</summary>
    public static string Token(this OutgoingMail mail) => WithToken().Match(mail.Letter.Text).Groups["token"].Value;

    [GeneratedRegex(
        @"https?://\S+[?&](token|invitation)=(?<token>[\w-]+)\S*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WithToken();
}
