using System.Net;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class CalendarTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_calendar_gets_an_address_that_programs_follow_until_it_is_taken_away(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync("/interviews");
        await page.GetByRole(AriaRole.Link, new() { Name = t["In your calendar"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Create an address"] }).ClickAsync();
        var address = (await page.Locator("#address").InnerTextAsync()).Trim();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = t["Copy"] })).ToBeVisibleAsync(new() { Visible = javaScript });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = t["Open in this device’s calendar"] }))
            .ToHaveAttributeAsync("href", address.Replace("http:", "webcal:", StringComparison.Ordinal));

        using var program = new HttpClient();
        Assert.StartsWith("BEGIN:VCALENDAR", await program.GetStringAsync(new Uri(address)), StringComparison.Ordinal);

        await page.GotoAsync("/settings/calendar");
        await Expect(page.Locator("#address")).ToHaveCountAsync(0);
        var remove = new PageGetByRoleOptions { Name = t["Remove the address"], Exact = true };
        await page.GetByRole(AriaRole.Button, remove).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = remove.Name, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = t["Create an address"] })).ToBeVisibleAsync();
        using var nothing = await program.GetAsync(new Uri(address));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }
}
