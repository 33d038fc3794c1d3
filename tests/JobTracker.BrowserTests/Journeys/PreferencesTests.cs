using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class PreferencesTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_s_language_is_kept_in_the_browser(bool javaScript)
    {
        var page = await OpenAsync(new Visit { JavaScript = javaScript });
        await page.GotoAsync("/account/register");

        await page.Locator("summary").Filter(new() { HasText = "English" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Français" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Créer un compte" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/account/register");

        await page.GotoAsync("/account/sign-in");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
    }

    [Fact]
    public async Task A_person_s_language_goes_along_to_every_browser()
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/applications?q=paris");

        await page.Locator("summary").Filter(new() { HasText = "EN" }).ClickAsync();
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Français" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Candidatures", Exact = true })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/applications?q=paris");

        var other = await OpenAsync(person);
        await other.GotoAsync("/settings");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Réglages", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_theme_is_kept_and_stands_in_the_first_bytes_so_that_nothing_flashes(bool javaScript)
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person, new Visit { JavaScript = javaScript });
        await page.GotoAsync("/applications");
        await Expect(page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "dark");

        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync(),
            answer => answer.Url.Contains("/preferences/", StringComparison.Ordinal)
        );
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Light theme" })).ToBeVisibleAsync();

        Assert.Contains("data-theme=\"dark\"", await FirstBytesAsync(page), StringComparison.Ordinal);
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.GetByLabel("Menu and account: Camille Roux").ClickAsync();
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "System" }).ClickAsync(),
            answer => answer.Url.Contains("/preferences/", StringComparison.Ordinal)
        );
        await Expect(page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "dark");
        Assert.DoesNotContain("data-theme=\"", await FirstBytesAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_profile_is_seen_at_once()
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person);

        await page.GotoAsync("/settings");
        await page.GetByLabel("Name").FillAsync("Zoé Étienne");
        await page.GetByLabel("Time zone").SelectOptionAsync("Pacific/Auckland");
        await page.GetByLabel("Follow up after (days)").FillAsync("21");
        await page.GetByLabel("Language", new() { Exact = true }).Last.SelectOptionAsync("fr");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("C’est enregistré.");
        await Expect(page.GetByLabel("Zoé Étienne")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Fuseau horaire")).ToHaveValueAsync("Pacific/Auckland");
        await Expect(page.GetByLabel("Relancer après (jours)")).ToHaveValueAsync("21");
    }

    private static async Task<string> FirstBytesAsync(IPage page)
    {
        var answer = await page.Context.APIRequest.GetAsync(page.Url);
        var html = await answer.TextAsync();
        return html[..html.IndexOf("<head>", StringComparison.Ordinal)];
    }
}
