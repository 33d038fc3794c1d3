using JobTracker.Data;
using JobTracker.Data.Idempotency;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Limits;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Upkeep;

/// <summary>Removes what has had its time. It goes from person to person, so that no statement scans over people.</summary>
public sealed class CleanUp(
    JobTrackerDb db,
    PurgeDeleted purge,
    HashLinks hash,
    CloseLeftBehind close,
    CoachAllowance coach,
    TokensOfAll coachTokens,
    SecurityLog security,
    TimeProvider clock
)
{
    private const int Batch = 500;

    /// <summary>Ended sign-ins stay in view for so long.</summary>
    public static readonly TimeSpan EndedSignInsKept = TimeSpan.FromDays(30);

    /// <summary>So long administrators see how a mail ended.</summary>
    public static readonly TimeSpan EndedMailKept = TimeSpan.FromDays(14);

    private static readonly TimeSpan PiecesKept = TimeSpan.FromHours(1);

    /// <summary>How many rows went.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var ended = now - EndedSignInsKept;
        var removed = await db.Throttles.Where(row => row.WindowEndsAt <= now).ExecuteDeleteAsync(cancel);
        removed += await db.SignIns.Where(row => row.ExpiresAt <= ended).ExecuteDeleteAsync(cancel);
        removed += await db.MailedLinks.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        var asked = now - MailedLinks.Lifetime;
        // Left only where nobody sends mail any more.
        removed += await db.ResetRequests.Where(row => row.CreatedAt <= asked).ExecuteDeleteAsync(cancel);
        removed += await db.Invitations.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        var told = now - EndedMailKept;
        removed += await db.Outbox.Where(row => row.FinishedAt <= told).ExecuteDeleteAsync(cancel);
        removed += await coachTokens.ForgetAsync(cancel);
        for (Guid? last = null; ; )
        {
            var people = await db
                .Users.Where(user => last == null || user.Id > last)
                .OrderBy(user => user.Id)
                .Select(user => user.Id)
                .Take(Batch)
                .ToListAsync(cancel);
            foreach (var person in people)
            {
                removed += await OfAsync(new UserId(person), now - IdempotencyStore.Kept, cancel);
                await hash.RunAsync(new UserId(person), cancel);
            }
            if (people.Count < Batch)
                return removed;
            last = people[^1];
        }
    }

    private async Task<int> OfAsync(UserId owner, DateTimeOffset expired, CancellationToken cancel) =>
        await purge.RunAsync(owner, cancel)
        + await close.RunAsync(owner, cancel)
        + await DropPiecesAsync(owner, cancel)
        + await DropUploadsAsync(owner, cancel)
        + await security.PurgeAsync(owner, cancel)
        + await coach.GiveBackExpiredAsync(owner, cancel)
        + await db.Set<IdempotencyRecord>().OwnedBy(owner).Where(row => row.CreatedAt <= expired).ExecuteDeleteAsync(cancel);

    /// <summary>Files that were sent in and have had their time; one that is being taken over has not.</summary>
    private Task<int> DropUploadsAsync(UserId owner, CancellationToken cancel)
    {
        var now = clock.Now();
        return db
            .Imports.OwnedBy(owner)
            .Where(upload => upload.ExpiresAt <= now && (upload.LeaseUntil == null || upload.LeaseUntil <= now))
            .ExecuteDeleteAsync(cancel);
    }

    /// <summary>A reply that is over has its text in one piece; the pieces are for those who were reading it.</summary>
    private Task<int> DropPiecesAsync(UserId owner, CancellationToken cancel)
    {
        var over = clock.Now() - PiecesKept;
        return db
            .CoachChunks.OwnedBy(owner)
            .Where(piece => db.CoachMessages.OwnedBy(owner).Any(reply => reply.Id == piece.ReplyId && reply.FinishedAt <= over))
            .ExecuteDeleteAsync(cancel);
    }
}
