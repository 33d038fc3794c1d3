using JobTracker.Kernel;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>Every screen in one language. A class for each, because tests of one class wait for each other.</summary>
public abstract class AppearanceTests(Site site, string language) : ScreenTest(site)
{
    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Axe_finds_nothing_in_either_theme_and_everything_fits_at_every_size(string screen)
    {
        var complaints = new List<string>();
        var page = await ShowAsync(screen, language);

        complaints.AddRange(await AxeAsync(page));
        // The other theme differs by its colours alone, and those are the same in every language.
        if (language == Locales.English)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            complaints.AddRange((await ContrastAsync(page)).Select(found => $"dark: {found}"));
        }
        foreach (var (name, width, height) in SizesOf(screen))
        {
            await page.SetViewportSizeAsync(width, height);
            complaints.AddRange((await LayoutAsync(page)).Select(found => $"{name}: {found}"));
            await TakePicturesAsync(page, $"{screen}-{name}", language);
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static async Task TakePicturesAsync(IPage page, string name, string language)
    {
        foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await Pictures.TakeAsync(page, $"{name}-{theme}-{language}".ToLowerInvariant());
        }
    }
}

public sealed class EnglishAppearanceTests(Site site) : AppearanceTests(site, Locales.English);

public sealed class FrenchAppearanceTests(Site site) : AppearanceTests(site, Locales.French);
