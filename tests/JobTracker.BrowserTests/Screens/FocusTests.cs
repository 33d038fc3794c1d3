using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

public sealed class FocusTests(Site site) : ScreenTest(site)
{
    [Theory]
    [InlineData("landing")]
    [InlineData("sign-in")]
    [InlineData("list-filtered")]
    [InlineData("list-chosen")]
    [InlineData("account-menu")]
    [InlineData("add-full")]
    [InlineData("application")]
    [InlineData("application-dialog")]
    [InlineData("history")]
    [InlineData("edit")]
    [InlineData("settings")]
    public async Task Everything_that_can_have_the_focus_shows_it_in_either_theme(string screen)
    {
        var page = await ShowAsync(screen, "en");
        var complaints = new List<string>();

        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await page.Keyboard.PressAsync("Tab");
            complaints.AddRange((await page.EvaluateAsync<string[]>(Script.Focus)).Select(found => $"{theme}: {found}"));
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
