using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>
/// Who may send which mail. One is taken by one statement, for as long as its lease lasts, and every later statement asks whether the lease is
/// still this attempt's: two processes never have the same. Time is that of the database, which there is only one of.
/// </summary>
public sealed class OutboxLeases(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>Longer than an attempt can last, so that nobody takes a mail from somebody who is still at it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Null when none is due.</summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancel)
    {
        var lease = Guid.CreateVersion7(clock.GetUtcNow());
        var taken = await db
            .Database.SqlQuery<ClaimedMail>(
                $"""
                update outbox set lease = {lease}, due_at = now() + {Lease}, attempts = attempts + 1
                where id = (
                    select id from outbox where state = 'waiting' and due_at <= now() order by due_at, id limit 1 for update skip locked
                )
                returning id as "Id", kind as "Kind", letter as "Letter", created_at as "CreatedAt", coalesce(until <= now(), false) as "IsTooLate",
                    attempts as "Attempts", lease as "Lease", handed_over_at as "HandedOverAt"
                """
            )
            .ToListAsync(cancel);
        return taken is [var one] ? one : null;
    }

    /// <summary>What is true from here on until the server has answered: it may have the mail.</summary>
    public async Task<bool> MarkHandedOverAsync(ClaimedMail mail)
    {
        var now = clock.Now();
        return await Held(mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOverAt, now)) == 1;
    }

    /// <summary>It has gone, or will never go: nobody needs the letter any more.</summary>
    public Task FinishAsync(ClaimedMail mail, MailState state, Attempt attempt)
    {
        var now = clock.Now();
        return Held(mail)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.State, state)
                    .SetProperty(row => row.Letter, (string?)null)
                    .SetProperty(row => row.Lease, (Guid?)null)
                    .SetProperty(row => row.FinishedAt, now)
                    .SetProperty(row => row.Reason, attempt.Reason)
                    .SetProperty(row => row.Reply, attempt.Reply)
            );
    }

    /// <summary>It goes again, after a while.</summary>
    public Task PostponeAsync(ClaimedMail mail, Attempt attempt, TimeSpan wait) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update outbox set due_at = now() + {wait}, lease = null, reason = {attempt.Reason}, reply = {attempt.Reply},
                handed_over_at = case when {attempt.MayHaveGone} then handed_over_at end
            where id = {mail.Id} and lease = {mail.Lease}
            """
        );

    /// <summary>The process stops before anything went out: as if it had not been taken.</summary>
    public Task GiveBackAsync(ClaimedMail mail) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update outbox set due_at = now(), lease = null, attempts = attempts - 1 where id = {mail.Id} and lease = {mail.Lease}
            """
        );

    private IQueryable<OutboxMail> Held(ClaimedMail mail) => db.Outbox.Where(row => row.Id == mail.Id && row.Lease == mail.Lease);
}

/// <summary>A mail that this attempt may send.</summary>
public sealed record ClaimedMail(
    Guid Id,
    string Kind,
    string Letter,
    DateTimeOffset CreatedAt,
    bool IsTooLate,
    int Attempts,
    Guid Lease,
    DateTimeOffset? HandedOverAt
);
