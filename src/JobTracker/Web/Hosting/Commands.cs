using System.Globalization;
using JobTracker.Features.Demo;
using JobTracker.Kernel;

namespace JobTracker.Web.Hosting;

/// <summary>What the program does besides serving: one word on the command line.</summary>
public static class Commands
{
    /// <summary>Asks a running app how it is; needs no settings but its address.</summary>
    public const string Health = "health";
    private const string Migrate = "migrate";
    private const string Seed = "seed-demo";

    /// <summary>The command that the arguments name; null when they name none and the site is to be served.</summary>
    /// <exception cref="StartupException">There is no such command.</exception>
    public static string? NameOf(string[] args) =>
        args switch
        {
            [] => null,
            // A setting, as in --urls=http://127.0.0.1:5001 or Quotas:MaxUsers=3.
            [var setting, ..] when setting.StartsWith('-') || setting.Contains('=', StringComparison.Ordinal) => null,
            [Health or Migrate or Seed, ..] => args[0],
            [var unknown, ..] => throw new StartupException(
                $"There is no command {unknown}: use {Migrate}, {Seed}, {Health}, or nothing to serve the site."
            ),
        };

    /// <summary>Runs the command; false when the site is to be served instead.</summary>
    public static async Task<bool> RunCommandAsync(this WebApplication app, string? command)
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
}
