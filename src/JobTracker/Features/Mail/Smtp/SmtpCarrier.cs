using System.Collections.Concurrent;
using System.Net.Mail;
using System.Net.Sockets;
using JobTracker.Features.Mail.Delivery;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>Hands mail to the server of <c>Smtp__Url</c>. A connection serves one mail after the other as long as there are some.</summary>
internal sealed class SmtpCarrier(IOptions<SmtpOptions> options, SmtpTrust trust, TimeProvider clock) : IMailCarrier
{
    // Together less than the lease of a mail (OutboxLeases.Lease).
    private static readonly TimeSpan ToGetThere = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToHandOver = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(2);

    private readonly SmtpServer server = SmtpServer.Parse(options.Value.Url!)!;
    private readonly MailAddress from = new(options.Value.From!);
    private readonly ConcurrentStack<SmtpSession> idle = new();

    public async Task<Attempt> CarryAsync(OutgoingMail mail, Func<Task<bool>> handingOver, CancellationToken cancel)
    {
        if (Recipient(mail.Letter.To) is not { } to)
            return new Attempt(AttemptEnd.Refused, Attempt.Reasons.AddressRefused);
        SmtpSession? session = null;
        var hasLeft = false;
        try
        {
            using var there = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using var timer = clock.CreateTimer(_ => there.Cancel(), state: null, ToGetThere, Timeout.InfiniteTimeSpan);
            session = await SessionAsync(there.Token);
            var attempt =
                await session.AnnounceAsync(MailHeaders.Mailbox(from), to, there.Token) ?? await session.AskToSendAsync(there.Token);
            if (attempt is null)
            {
                if (!await handingOver())
                    return Attempt.Lost;
                using var over = new CancellationTokenSource(ToHandOver, clock);
                hasLeft = true;
                attempt = await session.SendAsync(Mime.Write(mail, from), over.Token);
            }
            idle.Push(session);
            session = null;
            return attempt;
        }
        catch (SmtpTrouble trouble)
        {
            return trouble.Attempt;
        }
        catch (OperationCanceledException) when (hasLeft || !cancel.IsCancellationRequested)
        {
            return new Attempt(AttemptEnd.NoWay, Attempt.Reasons.TimedOut, MayHaveGone: hasLeft);
        }
        catch (Exception away) when (away is IOException or SocketException)
        {
            return new Attempt(AttemptEnd.NoWay, Attempt.Reasons.ServerAway, MayHaveGone: hasLeft);
        }
        finally
        {
            session?.Dispose();
        }
    }

    public async Task RestAsync()
    {
        while (idle.TryPop(out var session))
        {
            using var leave = new CancellationTokenSource(ToLeave, clock);
            await session.QuitAsync(leave.Token);
            session.Dispose();
        }
    }

    private async Task<SmtpSession> SessionAsync(CancellationToken cancel)
    {
        while (idle.TryPop(out var used))
        {
            if (await used.IsAliveAsync(cancel))
                return used;
            used.Dispose();
        }
        return await SmtpSession.OpenAsync(server, MailHeaders.Host(from), trust, cancel);
    }

    /// <summary>The address as a server without extensions takes it; null when there is no such form.</summary>
    private static string? Recipient(string to)
    {
        if (!MailAddress.TryCreate(to, out var address))
            return null;
        try
        {
            var mailbox = MailHeaders.Mailbox(address);
            return mailbox.All(letter => letter is > ' ' and <= '~' and not ('<' or '>')) ? mailbox : null;
        }
        catch (ArgumentException)
        {
            // The domain name system has no such name.
            return null;
        }
    }
}
