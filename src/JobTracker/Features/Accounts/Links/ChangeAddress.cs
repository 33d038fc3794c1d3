using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>Mails a link to a new address; the account has it once the link was used. Whether somebody else has it is told to that mailbox alone.</summary>
public sealed class ChangeAddress(
    JobTrackerDb db,
    ChangeAddress.Rules rules,
    VerifyPassword verify,
    MailedLinks links,
    AccountLetters letters,
    Outbox outbox,
    MailStanding mail,
    MailRefusal refusal,
    Throttles throttles,
    IStringLocalizer<Texts> t
)
{
    public sealed record Input
    {
        public string? NewEmail { get; init; }
        public string? Password { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.NewEmail).Email(t);
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => t["Enter your password."]).Text(PasswordRule.Longest * 2, t);
        }
    }

    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Input typed, CancellationToken cancel)
    {
        if (!mail.IsOn)
            return refusal.Sentence();
        var input = typed with { NewEmail = typed.NewEmail?.Trim() };
        if (rules.Check(input) is { } refused)
            return refused;
        var verified = await verify.RunAsync(owner, input.Password!, nameof(Input.Password), cancel);
        if (verified is not Done<User> { Value: var user })
            return ((Failed<User>)verified).Failure;
        var normalized = Emails.Normalize(input.NewEmail!);
        if (normalized == user.NormalizedEmail)
            return new Refused(nameof(Input.NewEmail), t["This is already your account’s address."]);
        if (await db.Accounts.OwnedBy(owner).Select(row => row.Locale).SingleOrDefaultAsync(cancel) is not { } locale)
            return new AccountGone();
        if (await throttles.HitAsync(Throttles.Reset, $"change {owner}", cancel) is { } tooMany)
            return tooMany;

        await using var work = await Work.BeginAsync(db, cancel);
        if (!await db.HoldAsync(user, cancel))
            return verify.Wrong(nameof(Input.Password));
        var token = await links.MakeAsync(owner, LinkPurpose.ConfirmAddress, input.NewEmail!, cancel);
        var isTaken = await db.Users.AnyAsync(row => row.NormalizedEmail == normalized, cancel);
        var letter = isTaken ? letters.AddressTaken(input.NewEmail!, locale) : letters.Confirm(owner, input.NewEmail!, locale, token);
        await outbox.EnqueueAsync(letter, cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
