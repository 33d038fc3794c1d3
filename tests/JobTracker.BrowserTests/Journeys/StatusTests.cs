using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class StatusTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_move_can_be_undone_and_every_status_can_be_chosen(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        var row = await person.AddAsync();
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        var now = page.GetByRole(AriaRole.Region, new() { Name = t["Status"] }).Locator("[aria-current=step]");
        var told = page.GetByRole(AriaRole.Status);

        await page.GotoAsync($"/applications/{row["id"]}");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Move to {0}", t["Applied"]] }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["{0} moved to {1}.", "Kestrel Maps", t["Applied"]]);
        await Expect(now).ToContainTextAsync(t["Applied"]);

        await told.GetByRole(AriaRole.Button, new() { Name = t["Undo"] }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["The application is at {0} again.", t["Draft"]]);
        await Expect(now).ToContainTextAsync(t["Draft"]);

        await page.Locator("summary").Filter(new() { HasText = t["Other status"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Rejected"] }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["{0} moved to {1}.", "Kestrel Maps", t["Rejected"]]);
        await Expect(now).ToContainTextAsync(t["Rejected"]);
    }

    [Fact]
    public async Task History_takes_a_forgotten_change_in_its_place_and_lets_it_be_corrected_and_removed()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                status = "applied",
                applied_on = "2026-03-02",
            }
        );
        var page = await OpenAsync(person);
        var entries = page.GetByRole(AriaRole.Region, new() { Name = "History" }).GetByRole(AriaRole.Listitem);

        await page.GotoAsync($"/applications/{row["id"]}");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of this application" }).GetByText("History").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Status" }).SelectOptionAsync("Screening");
        await page.GetByLabel("Day").FillAsync("2026-03-09");
        await page.GetByLabel("Note").FillAsync("Call with Hannah");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(entries).ToHaveCountAsync(2);
        await Expect(entries.First).ToContainTextAsync("Call with Hannah");

        await entries.First.GetByRole(AriaRole.Link, new() { Name = "Edit the entry of" }).ClickAsync();
        await page.GetByLabel("Day").FillAsync("2026-03-11");
        await page.GetByLabel("Note").FillAsync("Call with Hannah Whitlock");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await Expect(entries.First).ToContainTextAsync("Call with Hannah Whitlock");
        await Expect(entries.First.Locator("time")).ToHaveAttributeAsync("datetime", "2026-03-11");

        await entries.First.GetByRole(AriaRole.Link, new() { Name = "Edit the entry of" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove this entry" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The application is at Applied again.");
        await Expect(entries).ToHaveCountAsync(1);

        await entries.First.GetByRole(AriaRole.Link, new() { Name = "Edit the entry of" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove this entry" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_change_with_a_wrong_day_keeps_its_note()
    {
        Expects(400);
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);

        await page.GotoAsync($"/applications/{row["id"]}/history");
        await page.GetByLabel("Day").FillAsync("1850-01-01");
        await page.GetByLabel("Note").FillAsync("Kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Day")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Note")).ToHaveValueAsync("Kept");
    }
}
