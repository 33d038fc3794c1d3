using Microsoft.Playwright;

namespace JobTracker.BrowserTests;

/// <summary>Screenshots, taken only when somebody wants to look: the setting names the folder they go to.</summary>
internal static class Pictures
{
    /// <summary>Environment variable: a folder, made when it is missing.</summary>
    public const string Setting = "SCREENSHOTS";

    private static readonly string? Folder = Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } folder ? folder : null;

    /// <summary>Whether somebody does. Windows are not changed for pictures that nobody takes.</summary>
    public static bool AreWanted => Folder is not null;

    /// <summary>What the window shows.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Caret = ScreenshotCaret.Hide });
    }

    /// <summary>What a failed test saw last.</summary>
    public static async Task TakeOfFailureAsync(IEnumerable<IPage> pages)
    {
        var name = string.Concat(
            (TestContext.Current.TestCase?.TestCaseDisplayName ?? "test").Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')
        );
        foreach (var (at, page) in pages.Index())
            await TakeAsync(page, $"failed-{name[..Math.Min(name.Length, 120)]}-{at}");
    }
}
