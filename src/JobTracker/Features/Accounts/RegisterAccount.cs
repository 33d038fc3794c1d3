using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts;

/// <summary>Opens an account while there are places, and signs in.</summary>
public sealed class RegisterAccount(
    JobTrackerDb db,
    RegisterAccount.Rules rules,
    Throttles throttles,
    PasswordHashing passwords,
    UserQuota quota,
    StartSignIn start,
    UseInvitation invitations,
    SendConfirmation confirmation,
    SecurityLog log,
    TimeProvider clock,
    IOptionsMonitor<AdminOptions> admins,
    IStringLocalizer<Texts> t
)
{
    internal const string Unique = "users_normalized_";

    public sealed record Input
    {
        public string? Email { get; init; }
        public string? Password { get; init; }
        public string? FullName { get; init; }

        /// <summary>IANA name.</summary>
        public string? TimeZone { get; init; }
        public string? Locale { get; init; }

        /// <summary>The token of an invitation, where the site asks for one.</summary>
        public string? Invitation { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t, PasswordRule passwordRule)
        {
            RuleFor(input => input.Email).Email(t);
            RuleFor(input => input.Password)
                .Custom(
                    (password, context) =>
                    {
                        if (passwordRule.Complaint(password ?? "", context.InstanceToValidate.Email ?? "") is { } complaint)
                            context.AddFailure(complaint);
                    }
                );
            RuleFor(input => input.FullName).Text(UpdateProfile.Rules.MostName, t);
            RuleFor(input => input.TimeZone)
                .Must(zone => zone is null || Calendar.IsZone(zone))
                .WithMessage(_ => t["Choose a time zone of the list."]);
            RuleFor(input => input.Invitation).Text(LinkToken.Most, t);
            RuleFor(input => input.Locale)
                .Must(locale => locale is null || Locales.All.Contains(locale))
                .WithMessage(_ => t["Choose English or French."]);
        }
    }

    public async Task<Outcome<SignedIn>> RunAsync(Input typed, Caller caller, CancellationToken cancel)
    {
        var input = typed with { Email = typed.Email?.Trim(), FullName = Tidy.Line(typed.FullName) };
        if (await invitations.CheckAsync(input.Invitation, input.Email, cancel) is { } notInvited)
            return notInvited;
        if (rules.Check(input) is { } refused)
            return refused;
        if (await throttles.HitAsync(Throttles.Register, caller.Network, cancel) is { } tooMany)
            return tooMany;
        var hash = await passwords.HashAsync(input.Password!, cancel);
        return hash is Done<string> { Value: var hashed } ? await AddAsync(input, hashed, caller, cancel) : ((Failed<string>)hash).Failure;
    }

    private async Task<Outcome<SignedIn>> AddAsync(Input input, string hash, Caller caller, CancellationToken cancel)
    {
        var now = clock.Now();
        var user = User.Create(input.Email!, hash, now);
        var account = NewAccount(user, input, now);
        await using var work = await Work.BeginAsync(db, cancel);
        if (await quota.TakeAsync(cancel) is { } full)
            return full;
        var (notInvited, wasInvited) = await invitations.TakeAsync(input.Invitation, input.Email, cancel);
        if (notInvited is not null)
            return notInvited;
        try
        {
            db.Add(user);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.Breaks(Unique))
        {
            return new Conflict("email_taken", t["There is already an account with this e-mail address."]);
        }
        db.Add(account);
        var owner = new UserId(user.Id);
        log.Add(owner, wasInvited ? SecurityEventKind.InvitationUsed : SecurityEventKind.Registered, caller.Device);
        var signIn = await start.RunAsync(owner, caller, cancel);
        await confirmation.EnqueueAsync(owner, user.Email!, account.Locale, cancel);
        await work.CommitAsync(cancel);
        return new SignedIn(signIn, Me.Of(user, account, admins.CurrentValue));
    }

    private static UserAccount NewAccount(User user, Input input, DateTimeOffset now)
    {
        var account = new UserAccount
        {
            UserId = user.Id,
            Locale = input.Locale ?? Locales.Current,
            TimeZone = input.TimeZone ?? Calendar.DefaultZone,
            CreatedAt = now,
            UpdatedAt = now,
        };
        account.Introduce(input.FullName);
        return account;
    }
}

/// <summary>A new sign-in and whose it is.</summary>
public sealed record SignedIn(SignIn SignIn, Me Me);
