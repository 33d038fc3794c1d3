using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>A new password against a link that came by mail. Every sign-in ends; a second factor stays.</summary>
public sealed class ResetPassword(
    JobTrackerDb db,
    ResetPassword.Rules rules,
    PasswordRule passwordRule,
    PasswordHashing passwords,
    Throttles throttles,
    MailedLinks links,
    TellOfPassword tell,
    EndSignIns end,
    SecurityLog log,
    TimeProvider clock
)
{
    public sealed record Input
    {
        public string? Email { get; init; }
        public string? Token { get; init; }
        public string? NewPassword { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.Email).NotEmpty().WithMessage(_ => t["Enter your e-mail address."]).Text(Emails.Most, t);
    }

    public async Task<Outcome<Nothing>> RunAsync(Input input, Caller caller, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var email = input.Email!.Trim();
        if (passwordRule.Complaint(input.NewPassword ?? "", email) is { } complaint)
            return new Refused(nameof(Input.NewPassword), complaint);
        if (await throttles.HitAsync(Throttles.LoginByNetwork, caller.Network, cancel) is { } tooMany)
            return tooMany;
        // By the token alone: which address was typed plays no part until a link is found, and cannot be told by the time.
        if (
            await links.FindAsync(owner: null, LinkPurpose.ResetPassword, input.Token, cancel) is not Done<MailedLink> { Value: var link }
            || Emails.Normalize(link.Email) != Emails.Normalize(email)
        )
            return links.Broken();
        return await passwords.HashAsync(input.NewPassword!, cancel) switch
        {
            Done<string> { Value: var hash } => await SaveAsync(link, hash, cancel),
            var busy => ((Failed<string>)busy).Failure,
        };
    }

    private async Task<Outcome<Nothing>> SaveAsync(MailedLink link, string hash, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (!await links.UseAsync(link, cancel))
            return links.Broken();
        var owner = new UserId(link.UserId);
        var user = await db.Users.SingleOrDefaultAsync(row => row.Id == link.UserId, cancel);
        if (user is null || user.NormalizedEmail != Emails.Normalize(link.Email))
            return links.Broken();
        user.TakePassword(hash, clock.Now());
        // The link was read in this mailbox: that is all that confirming asks for.
        user.Confirm(user.Email!);
        log.Add(owner, SecurityEventKind.PasswordReset);
        await db.SaveChangesAsync(cancel);
        await end.AllAsync(owner, except: null, cancel);
        await tell.RunAsync(owner, user.Email!, cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
