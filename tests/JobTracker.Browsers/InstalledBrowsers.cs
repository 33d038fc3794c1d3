namespace JobTracker.Browsers;

/// <summary>Browsers of Chromium's family that this machine has already.</summary>
public static class InstalledBrowsers
{
    private static readonly string[] Names =
    [
        // The same engine without a window: the tests take half the time in it.
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "msedge",
        "chrome",
    ];

    private static readonly string[] InMacApplications =
    [
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] InWindowsPrograms =
    [
        @"Google\Chrome\Application\chrome.exe",
        @"Chromium\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The first of them; null when there is none.</summary>
    public static string? Find() => OnPath().Concat(InUsualPlaces()).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath()
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix)));
    }

    private static IEnumerable<string> InUsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
            return In(InMacApplications, "/Applications", Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Applications"));
        if (OperatingSystem.IsWindows())
            return In(
                InWindowsPrograms,
                Folder(Environment.SpecialFolder.ProgramFiles),
                Folder(Environment.SpecialFolder.ProgramFilesX86),
                Folder(Environment.SpecialFolder.LocalApplicationData)
            );
        return [];
    }

    private static IEnumerable<string> In(string[] programs, params string[] folders) =>
        programs.SelectMany(program => folders.Select(folder => Path.Combine(folder, program)));

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);
}
