using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>
/// Takes the mail that has waited longest past its time and sends it. Any number of processes may do so: a mail is taken by one statement,
/// for as long as its lease lasts, and every later statement asks whether the lease is still this attempt's.
/// </summary>
public sealed partial class DeliverMail(
    JobTrackerDb db,
    OutboxSeals seals,
    IMailCarrier carrier,
    TimeProvider clock,
    ILogger<DeliverMail> logger
)
{
    /// <summary>Longer than an attempt can last, so that nobody takes a mail from somebody who is still at it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>After this many attempts a mail is given up.</summary>
    public const int MostAttempts = 10;

    private const int MostRecordings = 5;
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
    ];

    /// <summary>What <see cref="NextAsync"/> found.</summary>
    public enum Round
    {
        Nothing,
        Went,

        /// <summary>Every other mail would fare the same: look again later.</summary>
        NoWay,
    }

    public async Task<Round> NextAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed)
            return Round.Nothing;
        var attempt = await CarryAsync(claimed, cancel);
        await RecordAsync(claimed, attempt);
        return attempt.End == AttemptEnd.NoWay ? Round.NoWay : Round.Went;
    }

    private async Task<Claimed?> ClaimAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var lease = Guid.CreateVersion7(now);
        var taken = await db
            .Database.SqlQuery<Claimed>(
                $"""
                update outbox set lease = {lease}, due_at = {now + Lease}, attempts = attempts + 1
                where id = (
                    select id from outbox where state = 'waiting' and due_at <= {now} order by due_at, id limit 1 for update skip locked
                )
                returning id as "Id", kind as "Kind", letter as "Letter", created_at as "CreatedAt", until as "Until",
                    attempts as "Attempts", lease as "Lease", handed_over_at as "HandedOverAt"
                """
            )
            .ToListAsync(cancel);
        return taken is [var one] ? one : null;
    }

    private async Task<Attempt> CarryAsync(Claimed mail, CancellationToken cancel)
    {
        if (mail.Until <= clock.Now())
            return new Attempt(AttemptEnd.Refused, Attempt.Reasons.TooLate);
        if (seals.Open(mail.Id, mail.Letter) is not { } letter)
            return new Attempt(AttemptEnd.Refused, Attempt.Reasons.Unreadable);
        if (mail.HandedOverAt is not null)
            LogMayComeTwice(mail.Kind, mail.Id);
        try
        {
            return await carrier.CarryAsync(
                new OutgoingMail(mail.Id, mail.Kind, mail.CreatedAt, letter),
                () => MarkHandedOverAsync(mail),
                cancel
            );
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await GiveBackAsync(mail);
            throw;
        }
    }

    /// <summary>What is true from here on until the server has answered: it may have the mail.</summary>
    private async Task<bool> MarkHandedOverAsync(Claimed mail)
    {
        var now = clock.Now();
        return await Held(mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOverAt, now)) == 1;
    }

    /// <summary>What was sent must not go again because the database was away for a moment just then.</summary>
    private async Task RecordAsync(Claimed mail, Attempt attempt)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await SettleAsync(mail, attempt);
                return;
            }
            catch (Exception trouble) when (tried < MostRecordings)
            {
                LogUnrecorded(mail.Kind, mail.Id, trouble.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1 << tried), clock, CancellationToken.None);
            }
        }
    }

    private async Task SettleAsync(Claimed mail, Attempt attempt)
    {
        var now = clock.Now();
        switch (attempt.End)
        {
            case AttemptEnd.Sent:
                LogSent(mail.Kind, mail.Id, mail.Attempts);
                await FinishAsync(mail, MailState.Sent, attempt, now);
                break;
            case AttemptEnd.Lost:
                break;
            case AttemptEnd.Postponed or AttemptEnd.NoWay when mail.Attempts < MostAttempts:
                LogPostponed(mail.Kind, mail.Id, mail.Attempts, attempt.Reason, attempt.Reply);
                await PostponeAsync(mail, attempt, now + Waits[Math.Min(mail.Attempts, Waits.Length) - 1]);
                break;
            default:
                LogGivenUp(mail.Kind, mail.Id, mail.Attempts, attempt.Reason, attempt.Reply);
                await FinishAsync(mail, MailState.GivenUp, attempt, now);
                break;
        }
    }

    private Task FinishAsync(Claimed mail, MailState state, Attempt attempt, DateTimeOffset now) =>
        Held(mail)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.State, state)
                    .SetProperty(row => row.Letter, (string?)null)
                    .SetProperty(row => row.Lease, (Guid?)null)
                    .SetProperty(row => row.FinishedAt, now)
                    .SetProperty(row => row.Reason, attempt.Reason)
                    .SetProperty(row => row.Reply, attempt.Reply)
            );

    private Task PostponeAsync(Claimed mail, Attempt attempt, DateTimeOffset until) =>
        Held(mail)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.DueAt, until)
                    .SetProperty(row => row.Lease, (Guid?)null)
                    .SetProperty(row => row.HandedOverAt, row => attempt.MayHaveGone ? row.HandedOverAt : null)
                    .SetProperty(row => row.Reason, attempt.Reason)
                    .SetProperty(row => row.Reply, attempt.Reply)
            );

    /// <summary>The process stops before anything went out: as if it had not been taken.</summary>
    private Task GiveBackAsync(Claimed mail)
    {
        var now = clock.Now();
        return Held(mail)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.DueAt, now)
                    .SetProperty(row => row.Lease, (Guid?)null)
                    .SetProperty(row => row.Attempts, mail.Attempts - 1)
            );
    }

    private IQueryable<OutboxMail> Held(Claimed mail) => db.Outbox.Where(row => row.Id == mail.Id && row.Lease == mail.Lease);

    private sealed record Claimed(
        Guid Id,
        string Kind,
        string Letter,
        DateTimeOffset CreatedAt,
        DateTimeOffset? Until,
        int Attempts,
        Guid Lease,
        DateTimeOffset? HandedOverAt
    );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not record how mail {Kind} {Id} ended: {Exception}")]
    private partial void LogUnrecorded(string kind, Guid id, string exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent mail {Kind} {Id} at attempt {Attempt}")]
    private partial void LogSent(string kind, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Kind} {Id} did not go at attempt {Attempt}: {Reason} {Reply}")]
    private partial void LogPostponed(string kind, Guid id, int attempt, string? reason, int? reply);

    [LoggerMessage(Level = LogLevel.Error, Message = "Gave up mail {Kind} {Id} after attempt {Attempt}: {Reason} {Reply}")]
    private partial void LogGivenUp(string kind, Guid id, int attempt, string? reason, int? reply);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Kind} {Id} was handed over without an answer and goes again: it may come twice"
    )]
    private partial void LogMayComeTwice(string kind, Guid id);
}
