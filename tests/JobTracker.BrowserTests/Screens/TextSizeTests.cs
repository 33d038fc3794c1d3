using JobTracker.Kernel;

namespace JobTracker.BrowserTests.Screens;

public sealed class TextSizeTests(Site site) : ScreenTest(site)
{
    // French words are the longer ones.
    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Text_of_twice_the_size_is_neither_cut_nor_pushed_out(string screen)
    {
        var complaints = new List<string>();
        var page = await ShowAsync(screen, Locales.French);
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync(
            "Page.setFontSizes",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["fontSizes"] = new { standard = 32, @fixed = 26 } }
        );

        foreach (var (name, width, height) in SizesOf(screen).Where(size => size.Width >= 768))
        {
            await page.SetViewportSizeAsync(width, height);
            complaints.AddRange((await LayoutAsync(page)).Select(found => $"{name}: {found}"));
            await Pictures.TakeAsync(page, $"{screen}-{name}-twice");
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
