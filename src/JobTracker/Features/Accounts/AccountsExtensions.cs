using JobTracker.Features.Accounts.Devices;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Accounts.TwoFactor;

namespace JobTracker.Features.Accounts;

/// <summary>Registration.</summary>
public static class AccountsExtensions
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) =>
        services
            .AddScoped<RegisterAccount>()
            .AddScoped<CheckPassword>()
            .AddScoped<VerifyPassword>()
            .AddScoped<LogIn>()
            .AddScoped<StartSignIn>()
            .AddScoped<EndSignIns>()
            .AddScoped<SignInCheck>()
            .AddScoped<ReadMe>()
            .AddScoped<UpdateProfile>()
            .AddScoped<ChangePassword>()
            .AddScoped<DeleteAccount>()
            .AddScoped<Tokens>()
            .AddScoped<BrowserSignIn>()
            .AddScoped<SecondStepTicket>()
            .AddTwoFactor()
            .AddLinks()
            .AddScoped<UseInvitation>()
            .AddScoped<Invite>()
            .AddScoped<ListDevices>()
            .AddScoped<RevokeDevices>()
            .AddScoped<SecurityLog>()
            .AddSingleton<FailedSignIns>()
            .AddHostedService<FailedSignInsWriter>();

    private static IServiceCollection AddTwoFactor(this IServiceCollection services) =>
        services
            .AddSingleton<SecretSeals>()
            .AddScoped<RecoveryCodes>()
            .AddScoped<CheckCode>()
            .AddScoped<SetUpTwoFactor>()
            .AddScoped<ChangeTwoFactor>()
            .AddScoped<ReadTwoFactor>();

    private static IServiceCollection AddLinks(this IServiceCollection services) =>
        services
            .AddScoped<MailedLinks>()
            .AddScoped<AccountLetters>()
            .AddScoped<MailRefusal>()
            .AddScoped<SendConfirmation>()
            .AddScoped<ChangeAddress>()
            .AddScoped<ConfirmAddress>()
            .AddScoped<AskForReset>()
            .AddScoped<AnswerResets>()
            .AddScoped<ResetPassword>()
            .AddScoped<TellOfPassword>()
            .AddSingleton<ResetBell>()
            .AddHostedService<ResetRounds>();
}
