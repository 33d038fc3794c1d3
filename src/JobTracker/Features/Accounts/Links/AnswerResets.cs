using JobTracker.Data;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.Links;

/// <summary>Looks up who asked for a new password, and mails a link to those who have an account.</summary>
public sealed class AnswerResets(JobTrackerDb db, MailedLinks links, AccountLetters letters, Outbox outbox, TimeProvider clock)
{
    /// <summary>One request. False when there is none that nobody is at work on.</summary>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        // Taken, answered and gone in one transaction: several processes never answer one twice, and none is lost with its process.
        var taken = await db
            .ResetRequests.FromSql(
                $"""
                delete from reset_requests where id in (
                    select id from reset_requests order by id limit 1 for update skip locked
                ) returning id, normalized_email, created_at
                """
            )
            .AsNoTracking()
            .ToListAsync(cancel);
        if (taken is not [var request])
            return false;
        // After an hour, people have asked again.
        if (request.CreatedAt + MailedLinks.Lifetime > clock.Now())
            await AnswerAsync(request.NormalizedEmail, cancel);
        await work.CommitAsync(cancel);
        return true;
    }

    private async Task AnswerAsync(string normalizedEmail, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == normalizedEmail, cancel) is not { } user)
            return;
        var owner = new UserId(user.Id);
        if (await db.Accounts.OwnedBy(owner).Select(row => row.Locale).SingleOrDefaultAsync(cancel) is not { } locale)
            return;
        var token = await links.MakeAsync(owner, LinkPurpose.ResetPassword, user.Email!, cancel);
        await outbox.EnqueueAsync(letters.Reset(owner, user.Email!, locale, token), cancel);
    }
}

/// <summary>Does so at once for what this process was asked, and every now and then for what another one left behind.</summary>
internal sealed partial class ResetRounds(
    IServiceScopeFactory scopes,
    ResetBell bell,
    MailStanding mail,
    TimeProvider clock,
    ILogger<ResetRounds> logger
) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.IsOn)
            return;
        try
        {
            for (var rung = bell.HearAsync(stoppingToken); ; )
            {
                await AnswerAllAsync(stoppingToken);
                await Task.WhenAny(rung, Task.Delay(Period, clock, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();
                if (rung.IsCompleted)
                    rung = bell.HearAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or could not start: nothing that the host should report.
        }
    }

    private async Task AnswerAllAsync(CancellationToken cancel)
    {
        try
        {
            for (var again = true; again; )
            {
                await using var scope = scopes.CreateAsyncScope();
                again = await scope.ServiceProvider.GetRequiredService<AnswerResets>().NextAsync(cancel);
            }
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The database may be away: what was asked stays asked.
            LogTrouble(trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for requests of new passwords: {Exception}")]
    private partial void LogTrouble(string exception);
}
