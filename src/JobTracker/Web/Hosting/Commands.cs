using System.Globalization;
using JobTracker.Features.Demo;
using JobTracker.Kernel;

namespace JobTracker.Web.Hosting;

/// <summary>What the program does besides serving: one word on the command line.</summary>
public static class Commands
{
    private const string Migrate = "migrate";
    private const string Seed = "seed-demo";

    /// <summary>Runs the command that the arguments name; false when they name none and the site is to be served.</summary>
    /// <exception cref="StartupException">There is no such command.</exception>
    public static async Task<bool> RunCommandAsync(this WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault(argument => !argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal)))
        {
            case null:
                return false;
            case Migrate:
                await app.MigrateAsync();
                return true;
            case Seed:
                await app.MigrateAsync();
                await app.SeedDemoAsync();
                return true;
            case var unknown:
                throw new StartupException($"There is no command {unknown}: use {Migrate}, {Seed}, or nothing to serve the site.");
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
