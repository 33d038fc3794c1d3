using Microsoft.Playwright;

namespace JobTracker.Browsers;

/// <summary>No browser could be started. The message is one sentence that names the command to run.</summary>
public sealed class BrowserMissingException(string message) : Exception(message);

/// <summary>Starts a Chromium: the one that a setting names, else one of this machine's, else Playwright's own, which is installed where that is possible.</summary>
public static class Chromium
{
    /// <summary>Environment variable: the program to use.</summary>
    public const string Setting = "BROWSER_PATH";

    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(5);

    public static async Task<IBrowser> StartAsync(IBrowserType chromium)
    {
        // An empty name leaves the choice to Playwright.
        var program = Wanted() ?? InstalledBrowsers.Find() ?? (File.Exists(chromium.ExecutablePath) || await InstallAsync() ? "" : null);
        if (program is null)
            throw new BrowserMissingException($"There is no Chromium here: run \"{Command}\", or set {Setting} to a browser's program.");
        try
        {
            return await chromium.LaunchAsync(OptionsFor(program));
        }
        catch (PlaywrightException e)
        {
            var reason = e.Message.Split('\n', 2)[0];
            var which = program.Length == 0 ? "Playwright's Chromium" : program;
            throw new BrowserMissingException(
                $"{which} does not start ({reason}): run \"{Command}\", or set {Setting} to another browser's program."
            );
        }
    }

    private static string? Wanted()
    {
        var wanted = Environment.GetEnvironmentVariable(Setting);
        if (string.IsNullOrWhiteSpace(wanted))
            return null;
        return File.Exists(wanted)
            ? wanted
            : throw new BrowserMissingException(
                $"{Setting} names {wanted}, and there is no such file: correct it, or run \"{Command}\" and leave it empty."
            );
    }

    private static BrowserTypeLaunchOptions OptionsFor(string program) =>
        new()
        {
            ExecutablePath = program.Length == 0 ? null : program,
            // Chromium refuses to put itself into its sandbox when root starts it.
            ChromiumSandbox = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess,
            Args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        };

    private static async Task<bool> InstallAsync()
    {
        try
        {
            var exit = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "--only-shell", "chromium"]))
                .WaitAsync(LongestInstallation);
            return exit == 0;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Command
    {
        get
        {
            if (OperatingSystem.IsLinux() && File.Exists("/usr/bin/apt-get"))
                return "apt-get install chromium-headless-shell";
            var script = Path.Combine(AppContext.BaseDirectory, "playwright.ps1");
            return $"pwsh {script} install --with-deps chromium";
        }
    }
}
