using System.Globalization;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Admin;
using JobTracker.Features.Demo;
using JobTracker.Kernel;
using JobTracker.Web.KeyRing;

namespace JobTracker.Web.Hosting;

/// <summary>What the program does besides serving: one word on the command line.</summary>
public static class Commands
{
    /// <summary>Asks a running app how it is; needs no settings but its address.</summary>
    public const string Health = "health";
    private const string Migrate = "migrate";
    private const string Seed = "seed-demo";
    private const string Invitation = "invite";
    private const string Grant = "grant-admin";
    private const string Reseal = "reseal-keys";

    /// <summary>The command that the arguments name; null when they name none and the site is to be served.</summary>
    /// <exception cref="StartupException">There is no such command.</exception>
    public static string? NameOf(string[] args) =>
        args switch
        {
            [] => null,
            // A setting, as in --urls=http://127.0.0.1:5001 or Quotas:MaxUsers=3.
            [var setting, ..] when setting.StartsWith('-') || setting.Contains('=', StringComparison.Ordinal) => null,
            [Health or Migrate or Seed or Invitation or Grant or Reseal, ..] => args[0],
            [var unknown, ..] => throw new StartupException(
                $"There is no command {unknown}: use {Migrate}, {Seed}, {Invitation}, {Grant}, {Reseal}, {Health}, or nothing to serve the site."
            ),
        };

    /// <summary>Runs the command; false when the site is to be served instead.</summary>
    /// <param name="app">The app, not started.</param>
    /// <param name="command">What <see cref="NameOf"/> found.</param>
    /// <param name="args">All that stands on the command line.</param>
    /// <exception cref="StartupException">What the command was given cannot be used.</exception>
    public static async Task<bool> RunCommandAsync(this WebApplication app, string? command, string[] args)
    {
        switch (command)
        {
            case Migrate:
                await app.MigrateAsync();
                return true;
            case Seed:
                await app.MigrateAsync();
                await app.SeedDemoAsync();
                return true;
            case Invitation:
                await app.InviteAsync(args.ElementAtOrDefault(1));
                return true;
            case Grant:
                await app.GrantAdminAsync(args.ElementAtOrDefault(1));
                return true;
            case Reseal:
                await app.ResealKeysAsync();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Offers the demo account and says how to sign in to it.</summary>
    public static async Task SeedDemoAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var locale = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Locales.French ? Locales.French : Locales.English;
        var known = app.Environment.IsDevelopment() ? SeedDemo.DevelopmentPassword : null;
        var made = await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync(locale, known, CancellationToken.None);
        Console.WriteLine(
            made.Match(
                password =>
                    (password ?? known) is { } told
                        ? $"Demo account: {SeedDemo.Email}, password: {told}"
                        : $"The demo account {SeedDemo.Email} is there already; its password was told when it was made.",
                _ => "There is no place for the demo account: raise Quotas__MaxUsers."
            )
        );
    }

    /// <summary>Makes somebody with an account an administrator of the site.</summary>
    private static async Task GrantAdminAsync(this WebApplication app, string? email)
    {
        if (string.IsNullOrWhiteSpace(email))
            throw new StartupException($"Say whom: {Grant} name@example.org.");
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<GrantRights>().GrantAsync(email, CancellationToken.None))
            throw new StartupException($"Nobody has an account with the address {email}: register it first.");
        Console.WriteLine($"{email} administers this site.");
    }

    /// <summary>Seals Data Protection's keys with the newest secret and says whether the older ones can go.</summary>
    private static async Task ResealKeysAsync(this WebApplication app)
    {
        var (resealed, unopened) = await app.Services.GetRequiredService<ResealKeys>().RunAsync(CancellationToken.None);
        Console.WriteLine($"Sealed {resealed} keys with the newest secret of {KeyRingOptions.Setting}.");
        Console.WriteLine(
            unopened == 0
                ? "The others are not needed any more: take them from the list and restart."
                : $"{unopened} keys cannot be opened with any of its secrets and were left as they are: put the missing secret on the list."
        );
    }

    /// <summary>Makes an invitation and prints its link; where the site sends mail, whoever serves it mails the link as well.</summary>
    private static async Task InviteAsync(this WebApplication app, string? email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<Invite>().RunAsync(new Invite.Input(email), CancellationToken.None);
        Console.WriteLine(
            made.Match(
                invitation =>
                    $"{invitation.Link?.ToString() ?? invitation.Path}\n"
                    + $"For one account, until {invitation.ExpiresAt:yyyy-MM-dd}.{(invitation.IsMailed ? $" It is mailed to {email} as well." : "")}",
                _ => throw new StartupException($"{email} is no e-mail address: use invite, or invite name@example.org.")
            )
        );
    }
}
