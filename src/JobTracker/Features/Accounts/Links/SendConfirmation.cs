using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.Links;

/// <summary>Mails the link that confirms the account's address: with registration, and again when asked.</summary>
public sealed class SendConfirmation(
    JobTrackerDb db,
    MailedLinks links,
    AccountLetters letters,
    Outbox outbox,
    MailStanding mail,
    MailRefusal refusal,
    Throttles throttles
)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, CancellationToken cancel)
    {
        if (!mail.IsOn)
            return refusal.Sentence();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == owner.Value, cancel);
        var locale = await db.Accounts.OwnedBy(owner).Select(row => row.Locale).SingleOrDefaultAsync(cancel);
        if (user is null || locale is null)
            return new AccountGone();
        if (user.EmailConfirmed)
            return Nothing.Value;
        if (await throttles.HitAsync(Throttles.Reset, $"confirm {owner}", cancel) is { } tooMany)
            return tooMany;
        await using var work = await Work.BeginAsync(db, cancel);
        await EnqueueAsync(owner, user.Email!, locale, cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }

    /// <summary>In the caller's transaction, where this site sends mail.</summary>
    public async Task EnqueueAsync(UserId owner, string email, string locale, CancellationToken cancel)
    {
        if (!mail.IsOn)
            return;
        var token = await links.MakeAsync(owner, LinkPurpose.ConfirmAddress, email, cancel);
        await outbox.EnqueueAsync(letters.Confirm(owner, email, locale, token), cancel);
    }
}
