using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Reminders;

/// <summary>Sends somebody today's digest now, to see what it is like. The daily one comes all the same.</summary>
public sealed class SendPreview(JobTrackerDb db, ComposeDigest compose, Outbox outbox, MailStanding standing, Throttles throttles)
{
    private const int MostInAnHour = 3;
    private static readonly Throttles.Limit Limit = new("digest-preview", TimeSpan.FromHours(1), _ => MostInAnHour);

    /// <summary>What came of it.</summary>
    public enum Answer
    {
        Sent,
        NothingToSay,

        /// <summary>Mail is off, or the address is not confirmed.</summary>
        NotPossible,
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == owner.Value, cancel);
        var account = await db.Accounts.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (user is null || account is null)
            return new AccountGone();
        if (!standing.IsOn || !user.EmailConfirmed)
            return Answer.NotPossible;
        if (await compose.RunAsync(owner, user.Email!, account, cancel) is not { } letter)
            return Answer.NothingToSay;
        if (await throttles.HitAsync(Limit, owner.ToString(), cancel) is { } tooMany)
            return tooMany;
        await outbox.EnqueueAsync(letter, cancel);
        return Answer.Sent;
    }
}
