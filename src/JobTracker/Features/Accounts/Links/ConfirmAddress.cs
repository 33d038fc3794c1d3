using JobTracker.Data;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>Takes a link that came by mail: whoever has it reads mail at that address, so the account has it from now on.</summary>
public sealed class ConfirmAddress(
    JobTrackerDb db,
    MailedLinks links,
    AccountLetters letters,
    Outbox outbox,
    MailStanding mail,
    SecurityLog log,
    IStringLocalizer<Texts> t
)
{
    /// <summary>The address that is confirmed.</summary>
    public async Task<Outcome<string>> RunAsync(string? token, CancellationToken cancel)
    {
        if (await links.FindAsync(owner: null, LinkPurpose.ConfirmAddress, token, cancel) is not Done<MailedLink> { Value: var link })
            return links.Broken();
        await using var work = await Work.BeginAsync(db, cancel);
        if (!await links.UseAsync(link, cancel))
            return links.Broken();
        var owner = new UserId(link.UserId);
        var user = await db.Users.SingleOrDefaultAsync(row => row.Id == link.UserId, cancel);
        var locale = await db.Accounts.OwnedBy(owner).Select(row => row.Locale).SingleOrDefaultAsync(cancel);
        if (user is null || locale is null)
            return links.Broken();
        var left = user.Email!;
        var isNew = Emails.Normalize(link.Email) != user.NormalizedEmail;
        user.Confirm(link.Email);
        log.Add(owner, isNew ? SecurityEventKind.AddressChanged : SecurityEventKind.AddressConfirmed);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.Breaks(RegisterAccount.Unique))
        {
            // Opened after the link was mailed; only whoever reads mail there can get to know it.
            return new Conflict("email_taken", t["There is already an account with this e-mail address."]);
        }
        if (isNew)
        {
            await links.ForgetAsync(owner, LinkPurpose.ResetPassword, cancel);
            if (mail.IsOn)
                await outbox.EnqueueAsync(letters.AddressChanged(owner, left, locale), cancel);
        }
        await work.CommitAsync(cancel);
        return link.Email;
    }
}
