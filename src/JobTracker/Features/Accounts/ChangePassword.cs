using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>A new password, against the current one. Every other sign-in ends.</summary>
public sealed class ChangePassword(
    JobTrackerDb db,
    ChangePassword.Rules rules,
    PasswordRule passwordRule,
    PasswordHashing passwords,
    VerifyPassword verify,
    EndSignIns end,
    TellOfPassword tell,
    SecurityLog log,
    TimeProvider clock
)
{
    public sealed record Input
    {
        public string? CurrentPassword { get; init; }
        public string? NewPassword { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.CurrentPassword)
                .NotEmpty()
                .WithMessage(_ => t["Enter your current password."])
                .Text(PasswordRule.Longest * 2, t);
    }

    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid currentSignIn, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        // The rule first: it costs nothing, and a password that cannot be taken need not be proved.
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == owner.Value, cancel) is not { } known)
            return new AccountGone();
        if (passwordRule.Complaint(input.NewPassword ?? "", known.Email!) is { } complaint)
            return new Refused(nameof(Input.NewPassword), complaint);
        var verified = await verify.RunAsync(owner, input.CurrentPassword!, nameof(Input.CurrentPassword), cancel);
        if (verified is not Done<User> { Value: var user })
            return ((Failed<User>)verified).Failure;
        var hash = await passwords.HashAsync(input.NewPassword!, cancel);
        return hash is Done<string> { Value: var hashed }
            ? await SaveAsync(user, hashed, currentSignIn, cancel)
            : ((Failed<string>)hash).Failure;
    }

    private async Task<Outcome<Nothing>> SaveAsync(User user, string hash, Guid currentSignIn, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (!await db.HoldAsync(user, cancel))
            return verify.Wrong(nameof(Input.CurrentPassword));
        user.TakePassword(hash, clock.Now());
        log.Add(new UserId(user.Id), SecurityEventKind.PasswordChanged);
        await db.SaveChangesAsync(cancel);
        await end.AllAsync(new UserId(user.Id), except: currentSignIn, cancel);
        await tell.RunAsync(new UserId(user.Id), user.Email!, cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
