using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Signs in with e-mail and password. A wrong password and an unknown address get the same answer after the same work.</summary>
public sealed class LogIn(
    JobTrackerDb db,
    LogIn.Rules rules,
    Throttles throttles,
    PasswordHashing passwords,
    StartSignIn start,
    IStringLocalizer<Texts> t
)
{
    public sealed record Input
    {
        public string? Email { get; init; }
        public string? Password { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Email).NotEmpty().WithMessage(_ => t["Enter your e-mail address."]).Text(Emails.Most, t);
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => t["Enter your password."]).Text(PasswordRule.Longest * 2, t);
        }
    }

    public async Task<Outcome<SignedIn>> RunAsync(Input input, Caller caller, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var normalized = Emails.Normalize(input.Email!.Trim());
        if (await throttles.HitAsync(Throttles.LoginByNetwork, caller.Network, cancel) is { } byNetwork)
            return byNetwork;
        if (await throttles.HitAsync(Throttles.LoginByAccount, normalized, cancel) is { } byAccount)
            return byAccount;

        var user = await db.Users.SingleOrDefaultAsync(row => row.NormalizedEmail == normalized, cancel);
        var verified = user?.PasswordHash is { } hash
            ? await passwords.VerifyAsync(hash, input.Password!, cancel)
            : await passwords.VerifyNobodyAsync(input.Password!, cancel);
        if (verified is Failed<PasswordCheck> busy)
            return busy.Failure;
        var account = user is null ? null : await db.Accounts.OwnedBy(new UserId(user.Id)).SingleOrDefaultAsync(cancel);
        if (user is null || account is null || verified is Done<PasswordCheck> { Value: PasswordCheck.Wrong })
            return new NotAllowed("bad_credentials", t["The e-mail address or the password is wrong."]);
        if (
            verified is Done<PasswordCheck> { Value: PasswordCheck.RightButOutdated }
            && await passwords.HashAsync(input.Password!, cancel) is Done<string> better
        )
            user.PasswordHash = better.Value;

        await throttles.ClearAsync(Throttles.LoginByAccount, normalized, cancel);
        return new SignedIn(await start.RunAsync(new UserId(user.Id), caller, cancel), Me.Of(user, account));
    }
}
