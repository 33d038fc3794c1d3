using JobTracker.Data;
using JobTracker.Features.Accounts.TwoFactor;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.Links;

/// <summary>
/// A password was changed, in the open transaction: whatever the old one began (a reset, another address, a second factor) is void, and its
/// owner is told by mail where the site sends any.
/// </summary>
public sealed class TellOfPassword(
    JobTrackerDb db,
    MailedLinks links,
    SetUpTwoFactor setUp,
    AccountLetters letters,
    Outbox outbox,
    MailStanding mail
)
{
    public async Task RunAsync(UserId owner, string email, CancellationToken cancel)
    {
        await links.ForgetAsync(owner, LinkPurpose.ResetPassword, cancel);
        await links.ForgetChangeAsync(owner, email, cancel);
        await setUp.CancelAsync(owner, cancel);
        if (mail.IsOn && await db.Accounts.OwnedBy(owner).Select(row => row.Locale).SingleOrDefaultAsync(cancel) is { } locale)
            await outbox.EnqueueAsync(letters.PasswordChanged(owner, email, locale), cancel);
    }
}
