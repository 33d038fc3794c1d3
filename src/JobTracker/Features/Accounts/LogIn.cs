using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Accounts.TwoFactor;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>Signs in with e-mail and password, and with a code where the account asks for one. Programs send all at once, people one after the other.</summary>
public sealed class LogIn(
    JobTrackerDb db,
    LogIn.Rules rules,
    CheckPassword checkPassword,
    CheckCode checkCode,
    Throttles throttles,
    FailedSignIns failed,
    SecurityLog log,
    StartSignIn start,
    IOptionsMonitor<AdminOptions> admins,
    IStringLocalizer<Texts> t
)
{
    public sealed record Input
    {
        public string? Email { get; init; }
        public string? Password { get; init; }

        /// <summary>Of the authenticator app, or a recovery code.</summary>
        public string? TwoFactorCode { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Email).NotEmpty().WithMessage(_ => t["Enter your e-mail address."]).Text(Emails.Most, t);
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => t["Enter your password."]).Text(PasswordRule.Longest * 2, t);
            RuleFor(input => input.TwoFactorCode).Text(CodeText.Most, t);
        }
    }

    /// <summary>Who has shown the password and owes a code.</summary>
    /// <param name="Stamp">The password and the factor that this is about: when either changes, the proof is worth nothing.</param>
    public sealed record Proven(UserId Owner, string Stamp);

    /// <summary>One of the two: the sign-in, or the question for the code.</summary>
    public sealed record Step(SignedIn? SignedIn, Proven? Proven);

    /// <summary>All at once.</summary>
    public async Task<Outcome<SignedIn>> RunAsync(Input input, Caller caller, CancellationToken cancel) =>
        await BeginAsync(input, caller, cancel) switch
        {
            Done<Step> { Value: { SignedIn: { } signedIn } } => signedIn,
            Done<Step> { Value: { Proven: { } proven } } => string.IsNullOrWhiteSpace(input.TwoFactorCode)
                ? CodeNeeded(t["This account asks for a code of its authenticator app as well."])
                : await GoOnAsync(proven, input.TwoFactorCode, caller, cancel) switch
                {
                    Failed<SignedIn> { Failure: Refused wrong } => CodeNeeded(wrong.Errors[CheckCode.Field][0]),
                    var other => other,
                },
            Failed<Step> no => no.Failure,
            _ => throw new InvalidOperationException("A step is one of two."),
        };

    /// <summary>The password alone.</summary>
    public async Task<Outcome<Step>> BeginAsync(Input input, Caller caller, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        return await checkPassword.RunAsync(input.Email!, input.Password!, caller, cancel) switch
        {
            Failed<User> no => no.Failure,
            Done<User> { Value.DeactivatedAt: not null } => Deactivated(),
            Done<User> { Value: { TwoFactorEnabled: true } user } => new Step(null, new Proven(new UserId(user.Id), user.SecurityStamp!)),
            Done<User> { Value: var user } => (await WithoutCodeAsync(user, caller, cancel)).Match<Outcome<Step>>(
                signedIn => new Step(signedIn, null),
                failure => failure
            ),
            _ => throw new InvalidOperationException("An outcome is done or failed."),
        };
    }

    /// <summary>The code, after the password.</summary>
    public async Task<Outcome<SignedIn>> GoOnAsync(Proven proven, string? code, Caller caller, CancellationToken cancel)
    {
        var user = await db.Users.SingleOrDefaultAsync(row => row.Id == proven.Owner.Value, cancel);
        if (user is null || user.SecurityStamp != proven.Stamp)
            return new AccountGone();
        if (user.DeactivatedAt is not null)
            return Deactivated();
        var outcome = await checkCode.RunAsync(user, code, () => FinishAsync(user, caller, cancel), cancel);
        if (outcome is Failed<SignedIn> { Failure: Refused })
            failed.Tell(proven.Owner, caller.Device);
        return outcome;
    }

    private async Task<Outcome<SignedIn>> WithoutCodeAsync(User user, Caller caller, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (!await db.HoldAsync(user, cancel))
            return checkPassword.Wrong();
        var outcome = await FinishAsync(user, caller, cancel);
        if (outcome is Done<SignedIn>)
            await work.CommitAsync(cancel);
        return outcome;
    }

    /// <summary>In the transaction that holds the proof.</summary>
    private async Task<Outcome<SignedIn>> FinishAsync(User user, Caller caller, CancellationToken cancel)
    {
        var owner = new UserId(user.Id);
        if (await db.Accounts.OwnedBy(owner).SingleOrDefaultAsync(cancel) is not { } account)
            return checkPassword.Wrong();
        await throttles.ClearAsync(Throttles.LoginByAccount, user.NormalizedEmail!, cancel);
        log.Add(owner, SecurityEventKind.SignedIn, caller.Device);
        return new SignedIn(await start.RunAsync(owner, caller, cancel), Me.Of(user, account, admins.CurrentValue));
    }

    /// <summary>Told to whoever has shown the password, and to nobody else.</summary>
    private NotAllowed Deactivated() =>
        new("forbidden", t["This account is deactivated. What is in it is kept: write to the people who run this site."]);

    private static NotAllowed CodeNeeded(string message) => new("two_factor_required", message);
}
