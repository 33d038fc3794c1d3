using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Mail;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Admin;

/// <summary>The site in numbers: how many use it and how much, and whether its mail goes out.</summary>
public sealed class ReadUsage(
    JobTrackerDb db,
    UserQuota users,
    IOptionsMonitor<QuotasOptions> quotas,
    IOptionsMonitor<AdminOptions> admins,
    MailStanding mail,
    TokensOfAll coachTokens,
    TimeProvider clock
)
{
    private const int MostMails = 50;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public sealed record Answer
    {
        public required long Users { get; init; }

        /// <summary>Null means unlimited.</summary>
        public int? UsersLimit { get; init; }
        public required int UsersActive { get; init; }
        public required int UsersDeactivated { get; init; }
        public required int Admins { get; init; }
        public required long Applications { get; init; }
        public required long FileBytes { get; init; }

        /// <summary>On the operator's key, today (UTC); null where no limit makes the site count them.</summary>
        public long? CoachTokensToday { get; init; }
        public int? CoachTokensLimit { get; init; }
        public required MailTotals Mail { get; init; }
    }

    /// <summary>Mails that have ended are kept for <see cref="Upkeep.CleanUp.EndedMailKept"/>.</summary>
    /// <param name="OldestWaiting">Since when the oldest one waits; null when none does.</param>
    /// <param name="Failed">The newest of those that were given up.</param>
    public sealed record MailTotals(
        bool Enabled,
        int Waiting,
        DateTimeOffset? OldestWaiting,
        int Sent,
        int GivenUp,
        IReadOnlyList<FailedMail> Failed
    );

    /// <summary>A mail that nobody got. To whom it was and what it said is kept no longer.</summary>
    /// <param name="Reason">A word of the outbox.</param>
    /// <param name="Reply">The number of the mail server's answer.</param>
    public sealed record FailedMail(
        Guid Id,
        Guid? UserId,
        string Kind,
        string Reason,
        int? Reply,
        int Attempts,
        DateTimeOffset CreatedAt,
        DateTimeOffset FinishedAt
    );

    public async Task<Answer> RunAsync(UserId admin, CancellationToken cancel)
    {
        var since = clock.Now() - Lately;
        var named = admins.CurrentValue.Normalized();
        var mayAdminister = await db
            .Users.AsNoTracking()
            .Where(user => user.DeactivatedAt == null && (user.IsAdmin || named.Contains(user.NormalizedEmail!)))
            .ToListAsync(cancel);
        var used = await db
            .Accounts.OfEverybody()
            .GroupBy(_ => 1)
            .Select(all => new { Applications = all.Sum(row => (long)row.ApplicationsUsed), Bytes = all.Sum(row => row.FileBytesUsed) })
            .SingleOrDefaultAsync(cancel);
        return new Answer
        {
            Users = await users.CountAsync(cancel),
            UsersLimit = users.Limit,
            UsersActive = await db.SignIns.Where(row => row.LastSeenAt > since).Select(row => row.UserId).Distinct().CountAsync(cancel),
            UsersDeactivated = await db.Users.CountAsync(user => user.DeactivatedAt != null, cancel),
            Admins = mayAdminister.Count(admins.CurrentValue.Names),
            Applications = used?.Applications ?? 0,
            FileBytes = used?.Bytes ?? 0,
            CoachTokensToday = await coachTokens.ReadAsync(cancel),
            CoachTokensLimit = quotas.CurrentValue.CoachTokensPerDayTotal,
            Mail = await MailAsync(cancel),
        };
    }

    private async Task<MailTotals> MailAsync(CancellationToken cancel)
    {
        var waiting = db.Outbox.Where(row => row.State == MailState.Waiting);
        var givenUp = db.Outbox.Where(row => row.State == MailState.GivenUp);
        return new MailTotals(
            mail.IsOn,
            await waiting.CountAsync(cancel),
            await waiting.MinAsync(row => (DateTimeOffset?)row.CreatedAt, cancel),
            await db.Outbox.CountAsync(row => row.State == MailState.Sent, cancel),
            await givenUp.CountAsync(cancel),
            await givenUp
                .OrderByDescending(row => row.FinishedAt)
                .ThenBy(row => row.Id)
                .Take(MostMails)
                .Select(row => new FailedMail(
                    row.Id,
                    row.UserId,
                    row.Kind,
                    row.Reason!,
                    row.Reply,
                    row.Attempts,
                    row.CreatedAt,
                    row.FinishedAt!.Value
                ))
                .ToListAsync(cancel)
        );
    }
}
