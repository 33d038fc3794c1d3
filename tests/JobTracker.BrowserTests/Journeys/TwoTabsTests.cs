using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class TwoTabsTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task The_second_to_save_sees_both_versions_and_decides(string language, bool javaScript)
    {
        Expects(412);
        var t = In(language);
        var person = await RegisterAsync(language);
        var row = await person.AddAsync();
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        var other = await page.Context.NewPageAsync();
        await page.GotoAsync($"/applications/{row["id"]}/edit");
        await other.GotoAsync($"/applications/{row["id"]}/edit");

        await page.GetByLabel(t["Place"]).FillAsync("Leeds");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Saved."]);

        await other.GetByLabel(t["Place"]).FillAsync("Cambridge");
        await other.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(other.GetByRole(AriaRole.Region, new() { Name = t["Stored now"] })).ToContainTextAsync("Leeds");
        await Expect(other.GetByLabel(t["Place"])).ToHaveValueAsync("Cambridge");
        Assert.Equal("Leeds", (await person.GetAsync($"/api/applications/{row["id"]}"))["location"]!.ToString());

        await other.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Saved."]);
        await Expect(other.GetByRole(AriaRole.Main)).ToContainTextAsync("Cambridge");
    }

    [Fact]
    public async Task A_move_from_an_outdated_page_shows_what_happened_meanwhile_instead_of_moving()
    {
        Expects(412);
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{row["id"]}");
        using var moved = await person.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/status", new { status = "offer" });
        Assert.True(moved.IsSuccessStatusCode);

        await page.GetByRole(AriaRole.Button, new() { Name = "Move to Applied" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Status" }).Locator("[aria-current=step]")).ToContainTextAsync("Offer");
    }
}
