using JobTracker.Kernel;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>
/// Every screen is looked at once in either language. What depends on the markup and the colours is asked of the English one, what depends on the
/// length of words of the French one. Two classes, because tests of one class wait for each other.
/// </summary>
public sealed class EnglishAppearanceTests(Site site) : ScreenTest(site)
{
    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Axe_finds_nothing_in_either_theme_and_everything_fits(string screen)
    {
        var page = await ShowAsync(screen, Locales.English);
        var complaints = new List<string>(await AxeAsync(page));
        // The other theme differs by its colours alone.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        complaints.AddRange((await ContrastAsync(page)).Select(found => $"dark: {found}"));
        foreach (var (name, width, height) in SizesOf(screen))
        {
            await page.SetViewportSizeAsync(width, height);
            if (IsEdge(name))
                complaints.AddRange((await LayoutAsync(page)).Select(found => $"{name}: {found}"));
            await TakePicturesAsync(page, $"{screen}-{name}", Locales.English);
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public async Task A_button_without_a_name_and_pale_words_are_found()
    {
        var page = await ShowAsync("settings", Locales.English);
        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('button'))");
        Assert.Contains(await AxeAsync(page), found => found.StartsWith("button-name", StringComparison.Ordinal));
        await page.EvaluateAsync("() => { document.querySelector('h1').style.color = '#eee' }");
        Assert.Contains(await ContrastAsync(page), found => found.StartsWith("color-contrast", StringComparison.Ordinal));
    }

    /// <summary>The widest window and the narrowest; those between are seen in French.</summary>
    private static bool IsEdge(string size) => size is "desktop" or "small";
}

public sealed class FrenchAppearanceTests(Site site) : ScreenTest(site)
{
    private const int WideEnoughForTwice = 768;

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Everything_fits_at_every_size_and_with_text_of_twice_the_size(string screen)
    {
        var page = await ShowAsync(screen, Locales.French);
        var complaints = new List<string>();
        foreach (var (name, width, height) in SizesOf(screen))
        {
            await page.SetViewportSizeAsync(width, height);
            complaints.AddRange((await LayoutAsync(page)).Select(found => $"{name}: {found}"));
            await TakePicturesAsync(page, $"{screen}-{name}", Locales.French);
        }

        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync(
            "Page.setFontSizes",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["fontSizes"] = new { standard = 32, @fixed = 26 } }
        );
        foreach (var (name, width, height) in SizesOf(screen).Where(size => size.Width >= WideEnoughForTwice))
        {
            await page.SetViewportSizeAsync(width, height);
            complaints.AddRange((await LayoutAsync(page)).Select(found => $"{name}, text of twice the size: {found}"));
            await Pictures.TakeAsync(page, $"{screen}-{name}-twice");
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
