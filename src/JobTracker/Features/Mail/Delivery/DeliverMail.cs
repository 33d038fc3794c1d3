namespace JobTracker.Features.Mail.Delivery;

/// <summary>
/// Takes the mail that has waited longest past its time and sends it, now or at a later attempt, or gives it up. Any number of processes may
/// do so.
/// </summary>
public sealed partial class DeliverMail(
    OutboxLeases leases,
    OutboxSeals seals,
    IMailCarrier carrier,
    TimeProvider clock,
    MailInstruments instruments,
    ILogger<DeliverMail> logger
)
{
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
        if (await leases.ClaimAsync(cancel) is not { } claimed)
            return Round.Nothing;
        var attempt = await CarryAsync(claimed, cancel);
        instruments.Count(claimed.Kind, attempt);
        await RecordAsync(claimed, attempt);
        return attempt.End == AttemptEnd.NoWay ? Round.NoWay : Round.Went;
    }

    private async Task<Attempt> CarryAsync(ClaimedMail mail, CancellationToken cancel)
    {
        if (mail.IsTooLate)
            return new Attempt(AttemptEnd.Refused, Attempt.Reasons.TooLate);
        if (seals.Open(mail.Id, mail.Letter) is not { } letter)
            return new Attempt(AttemptEnd.Refused, Attempt.Reasons.Unreadable);
        if (mail.HandedOverAt is not null)
            LogMayComeTwice(mail.Kind, mail.Id);
        try
        {
            return await carrier.CarryAsync(
                new OutgoingMail(mail.Id, mail.Kind, mail.CreatedAt, letter),
                () => leases.MarkHandedOverAsync(mail),
                cancel
            );
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await leases.GiveBackAsync(mail);
            throw;
        }
        catch (Exception trouble)
        {
            // Of one mail that cannot be written, or of the database: it counts as an attempt, or this mail would come round for ever.
            LogFailed(mail.Kind, mail.Id, trouble.GetType().Name);
            return new Attempt(AttemptEnd.Postponed, Attempt.Reasons.Failed);
        }
    }

    /// <summary>What was sent must not go again because the database was away for a moment just then.</summary>
    private async Task RecordAsync(ClaimedMail mail, Attempt attempt)
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

    private async Task SettleAsync(ClaimedMail mail, Attempt attempt)
    {
        switch (attempt.End)
        {
            case AttemptEnd.Sent:
                LogSent(mail.Kind, mail.Id, mail.Attempts);
                await leases.FinishAsync(mail, MailState.Sent, attempt);
                break;
            case AttemptEnd.Lost:
                break;
            case AttemptEnd.Postponed or AttemptEnd.NoWay when mail.Attempts < MostAttempts:
                LogPostponed(mail.Kind, mail.Id, mail.Attempts, attempt.Reason, attempt.Reply);
                await leases.PostponeAsync(mail, attempt, Waits[Math.Min(mail.Attempts, Waits.Length) - 1]);
                break;
            default:
                LogGivenUp(mail.Kind, mail.Id, mail.Attempts, attempt.Reason, attempt.Reply);
                await leases.FinishAsync(mail, MailState.GivenUp, attempt);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Kind} {Id} could not be written: {Exception}")]
    private partial void LogFailed(string kind, Guid id, string exception);

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
