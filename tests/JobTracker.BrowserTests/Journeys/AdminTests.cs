using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class AdminTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task An_administrator_finds_somebody_limits_the_account_shuts_it_and_opens_it_again(string language, bool javaScript)
    {
        var t = In(language);
        var admin = await RegisterAsync(language);
        await App.MakeAdminAsync(admin);
        var somebody = await RegisterAsync(language);
        await somebody.AddAsync();
        var page = await OpenAsync(admin, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync("/");
        await page.Locator("summary[aria-label]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = t["Administration"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = t["Accounts"] }).ClickAsync();
        await page.GetByLabel(t["Part of an address"]).FillAsync(somebody.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Find"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = somebody.Email }).ClickAsync();

        await page.GetByLabel(t["Applications"], new() { Exact = false }).FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save limits"] }).ClickAsync();
        await Expect(page.Locator("main .facts").First).ToContainTextAsync(t["{0} of {1}", 1, 1]);

        await page.GetByRole(AriaRole.Button, new() { Name = t["Deactivate"] }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = t["Deactivate"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = t["Reactivate"] })).ToBeVisibleAsync();
        using var shut = await somebody.Client.GetAsync("/api/auth/me");
        Assert.Equal(401, (int)shut.StatusCode);

        await page.GetByRole(AriaRole.Button, new() { Name = t["Reactivate"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = t["Deactivate"] })).ToBeVisibleAsync();
        using var back = await somebody.SignInAgainAsync(App);
        await Expect(page.Locator("main .lines li")).ToHaveCountAsync(3);
    }
}
