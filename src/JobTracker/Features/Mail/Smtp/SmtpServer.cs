using System.Net;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>Where mail is handed in, and as whom.</summary>
/// <param name="EncryptsAtOnce">RFC 8314: TLS from the first byte on. Otherwise STARTTLS is asked for.</param>
/// <param name="User">Null when the server takes mail from anybody who reaches it.</param>
internal sealed record SmtpServer(string Host, int Port, bool EncryptsAtOnce, string? User, string? Password)
{
    private const string Plain = "smtp";
    private const string Encrypted = "smtps";
    private const int SubmissionPort = 587;
    private const int EncryptedPort = 465;

    /// <summary>Nothing can listen in between: encryption may be missing.</summary>
    public bool IsThisMachine => Host == "localhost" || (IPAddress.TryParse(Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Null for anything but smtp:// or smtps:// with a host, a port and perhaps somebody to sign in as.</summary>
    public static SmtpServer? Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri is not { AbsolutePath: "" or "/", Query: "", Fragment: "" })
            return null;
        if (uri.Scheme is not (Plain or Encrypted) || uri.Host.Length == 0 || uri.Port == 0)
            return null;
        var encrypts = uri.Scheme == Encrypted;
        var port =
            uri.Port > 0 ? uri.Port
            : encrypts ? EncryptedPort
            : SubmissionPort;
        if (uri.UserInfo.Length == 0)
            return new SmtpServer(uri.IdnHost, port, encrypts, User: null, Password: null);
        var parts = uri.UserInfo.Split(':', 2);
        return parts is [{ Length: > 0 }, { Length: > 0 }]
            ? new SmtpServer(uri.IdnHost, port, encrypts, Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]))
            : null;
    }

    /// <summary>Passwords are for nobody's log.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
