using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using JobTracker.Features.Mail.Delivery;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>The line to a server: commands out, replies in, in clear or encrypted.</summary>
internal sealed class SmtpLine : IDisposable
{
    private const int LongestReply = 64 * 1024;
    private const int CodeDigits = 3;
    private static readonly byte[] End = "\r\n"u8.ToArray();

    private readonly TcpClient tcp = new();
    private readonly byte[] buffer = new byte[4096];
    private Stream stream = Stream.Null;
    private int read;
    private int held;

    public bool IsEncrypted => stream is SslStream;

    public async Task OpenAsync(string host, int port, CancellationToken cancel)
    {
        await tcp.ConnectAsync(host, port, cancel);
        tcp.NoDelay = true;
        stream = tcp.GetStream();
    }

    /// <summary>From here on nobody listens in, and the server has proved who it is.</summary>
    public async Task EncryptAsync(string host, SmtpTrust trust, CancellationToken cancel)
    {
        // What was said in clear before must not count as said by the server that is known then (RFC 3207, section 6).
        if (held > read)
            throw SmtpTrouble.NoWay(Attempt.Reasons.NotEncrypted);
        var secure = new SslStream(stream);
        stream = secure;
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host, CertificateChainPolicy = trust.Policy() },
                cancel
            );
        }
        catch (AuthenticationException)
        {
            throw SmtpTrouble.NoWay(Attempt.Reasons.NotEncrypted);
        }
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancel)
    {
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(command), .. End], cancel);
        await stream.FlushAsync(cancel);
        return await HearAsync(cancel);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await stream.WriteAsync(bytes, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>All lines of a reply: each but the last has a hyphen behind its number.</summary>
    public async Task<SmtpReply> HearAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        for (var size = 0; size < LongestReply; )
        {
            var line = await LineAsync(cancel);
            size += line.Length;
            if (
                line.Length < CodeDigits
                || !int.TryParse(line.AsSpan(0, CodeDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 200 or > 599
            )
                throw new IOException("This is no SMTP server.");
            lines.Add(line.Length > CodeDigits ? line[(CodeDigits + 1)..] : "");
            if (line.Length == CodeDigits || line[CodeDigits] != '-')
                return new SmtpReply(code, lines);
        }
        throw new IOException("The reply has no end.");
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (line.Length < LongestReply)
        {
            if (read == held)
            {
                (read, held) = (0, await stream.ReadAsync(buffer, cancel));
                if (held == 0)
                    throw new IOException("The server has closed the line.");
            }
            var letter = (char)buffer[read++];
            if (letter == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(letter);
        }
        throw new IOException("The line has no end.");
    }
}
