using System.Globalization;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class TodayTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task The_day_begins_with_one_line_and_ends_with_nothing_left_to_ask(string language, bool javaScript)
    {
        Expects(400);
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync(
            new
            {
                company = "Thornbury Labs",
                position = "Backend developer",
                status = "applied",
                applied_on = "2026-01-05",
            }
        );
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        var told = page.Locator("#toasts");
        await page.GotoAsync("/");

        var line = page.GetByLabel(t["Quick add: company, position, city, link"]);
        await line.FillAsync("Kestrel Maps");
        await line.PressAsync("Enter");
        await Expect(page.Locator("#line-error")).ToHaveTextAsync(t["Write the company and the position with a comma between them."]);
        await Expect(line).ToHaveValueAsync("Kestrel Maps");
        await line.FillAsync("Kestrel Maps, Engineer, Lyon");
        await line.PressAsync("Enter");
        await Expect(told).ToContainTextAsync(t["{0} was added.", "Kestrel Maps"]);

        var followUp = page.GetByRole(AriaRole.Region, new() { Name = t["Follow up"] });
        await followUp.GetByRole(AriaRole.Button, new() { Name = t["Done"] }).ClickAsync();
        await Expect(followUp).ToHaveCountAsync(0);
        await Expect(told).ToContainTextAsync("Thornbury Labs");
        var rows = await person.ItemsAsync("/api/applications");
        Assert.Equal(2, rows.Count);
        Assert.NotNull(rows.Single(row => row["company"]!.ToString() == "Thornbury Labs")["last_follow_up_on"]);
    }

    [Fact]
    public async Task The_palette_finds_by_keyboard_alone()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        await person.AddAsync(new { company = "Kestrel Two", position = "Nurse" });
        var page = await OpenAsync(person);
        await page.GotoAsync("/");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Search everything" });
        var field = palette.GetByRole(AriaRole.Combobox);

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("kestr");
        await Expect(palette.Locator("[data-result]")).ToHaveCountAsync(2);
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "result-0");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "result-1");
        await page.Keyboard.PressAsync("Escape");
        await Expect(palette).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        await field.FillAsync("graduate");
        await Expect(palette.Locator("[data-chosen]")).ToContainTextAsync("Kestrel Maps");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(string.Create(CultureInfo.InvariantCulture, $"/applications/{row["id"]}"));
    }
}
