using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
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
    Throttles throttles,
    EndSignIns end,
    IStringLocalizer<Texts> t
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
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == owner.Value, cancel) is not { } user)
            return new AccountGone();
        if (passwordRule.Complaint(input.NewPassword ?? "", user.Email!) is { } complaint)
            return new Refused(nameof(Input.NewPassword), complaint);
        if (await throttles.HitAsync(Throttles.LoginByAccount, user.NormalizedEmail!, cancel) is { } tooMany)
            return tooMany;

        var verified = await passwords.VerifyAsync(user.PasswordHash!, input.CurrentPassword!, cancel);
        if (verified is Failed<PasswordCheck> busy)
            return busy.Failure;
        if (verified is Done<PasswordCheck> { Value: PasswordCheck.Wrong })
            return new Refused(nameof(Input.CurrentPassword), t["This is not your current password."]);
        var hash = await passwords.HashAsync(input.NewPassword!, cancel);
        return hash is Done<string> { Value: var hashed }
            ? await SaveAsync(user, hashed, currentSignIn, cancel)
            : ((Failed<string>)hash).Failure;
    }

    private async Task<Outcome<Nothing>> SaveAsync(User user, string hash, Guid currentSignIn, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        user.PasswordHash = hash;
        await db.SaveChangesAsync(cancel);
        await end.AllAsync(new UserId(user.Id), except: currentSignIn, cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
