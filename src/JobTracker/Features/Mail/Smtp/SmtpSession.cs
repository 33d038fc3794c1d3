using System.Text;
using JobTracker.Features.Mail.Delivery;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>A conversation with a server: greeting, encryption (RFC 3207, 8314), sign-in (RFC 4954), and any number of mails (RFC 5321).</summary>
internal sealed class SmtpSession : IDisposable
{
    private readonly SmtpLine line = new();

    private SmtpSession() { }

    /// <param name="server">Where, and as whom.</param>
    /// <param name="name">Who we are.</param>
    /// <exception cref="SmtpTrouble">It does not let us in.</exception>
    /// <exception cref="IOException">There is no server.</exception>
    public static async Task<SmtpSession> OpenAsync(SmtpServer server, string name, SmtpTrust trust, CancellationToken cancel)
    {
        var session = new SmtpSession();
        try
        {
            await session.GreetAsync(server, name, trust, cancel);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>False when the line has died since the last mail.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancel)
    {
        try
        {
            return (await line.AskAsync("RSET", cancel)).IsGood;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Says from whom and to whom. Null when the text may follow.</summary>
    public async Task<Attempt?> AnnounceAsync(string from, string to, CancellationToken cancel)
    {
        var sender = await line.AskAsync($"MAIL FROM:<{from}>", cancel);
        if (!sender.IsGood)
            return sender.IsForNow && sender.Code != SmtpReply.ClosesChannel
                ? new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy, sender.Code)
                : throw Unable(sender, Attempt.Reasons.SenderRefused);
        var recipient = await line.AskAsync($"RCPT TO:<{to}>", cancel);
        return recipient.IsGood ? null : Refusal(recipient, Attempt.Reasons.AddressRefused);
    }

    /// <summary>Asks whether the text may come. Null when it may.</summary>
    public async Task<Attempt?> AskToSendAsync(CancellationToken cancel)
    {
        var reply = await line.AskAsync("DATA", cancel);
        return reply.AsksForMore ? null : Refusal(reply, Attempt.Reasons.MessageRefused);
    }

    /// <summary>Sends the text; with its last line the server has the mail.</summary>
    public async Task<Attempt> SendAsync(byte[] mail, CancellationToken cancel)
    {
        await line.WriteAsync(Dotted(mail), cancel);
        var reply = await line.AskAsync(".", cancel);
        return reply.IsGood ? Attempt.Done : Refusal(reply, Attempt.Reasons.MessageRefused);
    }

    public async Task QuitAsync(CancellationToken cancel)
    {
        try
        {
            await line.AskAsync("QUIT", cancel);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // It has hung up first.
        }
    }

    public void Dispose() => line.Dispose();

    private async Task GreetAsync(SmtpServer server, string name, SmtpTrust trust, CancellationToken cancel)
    {
        await line.OpenAsync(server.Host, server.Port, cancel);
        if (server.EncryptsAtOnce)
            await line.EncryptAsync(server.Host, trust, cancel);
        await GoodAsync(line.HearAsync(cancel), Attempt.Reasons.ServerBusy);
        var hello = await GoodAsync(line.AskAsync($"EHLO {name}", cancel), Attempt.Reasons.ServerBusy);
        if (!line.IsEncrypted && hello.Offers("STARTTLS"))
        {
            await GoodAsync(line.AskAsync("STARTTLS", cancel), Attempt.Reasons.NotEncrypted);
            await line.EncryptAsync(server.Host, trust, cancel);
            hello = await GoodAsync(line.AskAsync($"EHLO {name}", cancel), Attempt.Reasons.ServerBusy);
        }
        // Not only for the password's sake: mails carry links that open accounts.
        if (!line.IsEncrypted && !server.IsThisMachine)
            throw SmtpTrouble.NoWay(Attempt.Reasons.NotEncrypted);
        if (server.User is null)
            return;
        await SignInAsync(server, hello.Parameters("AUTH") ?? [], cancel);
    }

    private async Task SignInAsync(SmtpServer server, IReadOnlyList<string> ways, CancellationToken cancel)
    {
        const string refused = Attempt.Reasons.SignInRefused;
        if (ways.Contains("PLAIN"))
        {
            await GoodAsync(line.AskAsync($"AUTH PLAIN {Base64($"\0{server.User}\0{server.Password}")}", cancel), refused);
            return;
        }
        if (!ways.Contains("LOGIN"))
            throw SmtpTrouble.NoWay(refused);
        await MoreAsync(line.AskAsync("AUTH LOGIN", cancel), refused);
        await MoreAsync(line.AskAsync(Base64(server.User!), cancel), refused);
        await GoodAsync(line.AskAsync(Base64(server.Password!), cancel), refused);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<SmtpReply> GoodAsync(Task<SmtpReply> asked, string reason) =>
        await asked is { IsGood: true } reply ? reply : throw Unable(await asked, reason);

    private static async Task MoreAsync(Task<SmtpReply> asked, string reason)
    {
        if (await asked is { AsksForMore: false } reply)
            throw Unable(reply, reason);
    }

    private static SmtpTrouble Unable(SmtpReply reply, string reason) =>
        SmtpTrouble.NoWay(reply.IsForNow ? Attempt.Reasons.ServerBusy : reason, reply.Code);

    /// <summary>About this mail alone, unless the server takes none at all.</summary>
    private static Attempt Refusal(SmtpReply reply, string reason) =>
        reply.Code switch
        {
            SmtpReply.ClosesChannel => throw Unable(reply, reason),
            SmtpReply.WantsSignIn => throw SmtpTrouble.NoWay(Attempt.Reasons.SignInRefused, reply.Code),
            _ when reply.IsForNow => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy, reply.Code),
            _ => new Attempt(AttemptEnd.Refused, reason, reply.Code),
        };

    /// <summary>A line that begins with a point gets a second one, since one alone ends the mail (RFC 5321, section 4.5.2).</summary>
    private static byte[] Dotted(byte[] mail)
    {
        var dotted = new List<byte>(mail.Length + 64);
        var atStart = true;
        foreach (var letter in mail)
        {
            if (atStart && letter == (byte)'.')
                dotted.Add(letter);
            dotted.Add(letter);
            atStart = letter == (byte)'\n';
        }
        return [.. dotted];
    }
}
