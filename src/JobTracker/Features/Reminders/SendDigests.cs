using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Calendar = JobTracker.Kernel.Calendar;

namespace JobTracker.Features.Reminders;

/// <summary>
/// Sends the digest that has been due the longest. Deciding for a person and day, the letter and the next time are one transaction under one
/// lock: whatever happens to a process, and however many there are, each day is settled once.
/// </summary>
public sealed partial class SendDigests(
    JobTrackerDb db,
    ComposeDigest compose,
    Outbox outbox,
    TimeProvider clock,
    ILogger<SendDigests> logger
)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromHours(1);

    /// <summary>False when nobody is due.</summary>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var now = clock.Now();
        var due = await db
            .Digests.FromSql(
                $"""
                select user_id, next_at, last_day from digests
                where next_at <= {now} order by next_at, user_id limit 1 for update skip locked
                """
            )
            .AsNoTracking()
            .ToListAsync(cancel);
        if (due is not [var digest])
            return false;
        try
        {
            await SettleAsync(new UserId(digest.UserId), digest.LastDay, now, cancel);
            await work.CommitAsync(cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // One person's trouble must not keep everybody else waiting.
            LogTrouble(trouble.GetType().Name);
            await work.DisposeAsync();
            await PostponeAsync(digest, now + AfterTrouble, cancel);
        }
        return true;
    }

    private async Task SettleAsync(UserId owner, DateOnly? lastDay, DateTimeOffset now, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == owner.Value, cancel);
        var account = await db.Accounts.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (account is not { DigestEnabled: true })
        {
            await PutDownAsync(owner, next: null, lastDay, cancel);
            return;
        }
        var (hour, zone) = (account.DigestHour, account.TimeZone);
        var today = Calendar.DayOf(now, zone);
        // A day that was missed is over, and so is what its digest would have said.
        var isTime = !(lastDay >= today) && DigestTimes.Of(today, hour, zone) <= now;
        if (
            isTime
            && user is { EmailConfirmed: true, DeactivatedAt: null }
            && await compose.RunAsync(owner, user.Email!, account, cancel) is { } letter
        )
            await outbox.EnqueueAsync(letter, cancel);
        var settled = isTime ? today : lastDay;
        await PutDownAsync(owner, DigestTimes.After(now, settled, hour, zone), settled, cancel);
    }

    private Task<int> PutDownAsync(UserId owner, DateTimeOffset? next, DateOnly? lastDay, CancellationToken cancel) =>
        db
            .Digests.Where(row => row.UserId == owner.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, next).SetProperty(row => row.LastDay, lastDay), cancel);

    private Task<int> PostponeAsync(Digest digest, DateTimeOffset until, CancellationToken cancel) =>
        db
            .Digests.Where(row => row.UserId == digest.UserId && row.NextAt == digest.NextAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, until), cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not write a digest: {Exception}")]
    private partial void LogTrouble(string exception);
}
