using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class DuplicateTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task An_application_that_is_there_already_is_shown_while_typing_and_can_be_saved_all_the_same()
    {
        var person = await RegisterAsync();
        var earlier = await person.AddAsync(
            new
            {
                company = "Pergola Santé",
                position = "Stage développement",
                status = "rejected",
            }
        );
        var page = await OpenAsync(person);

        await page.GotoAsync("/applications/add");
        await page.GetByLabel("Company").FillAsync("pergola sante");
        await page.GetByLabel("Position").FillAsync("Stage developpement");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("You may have this application already.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Pergola Santé, Stage développement" }))
            .ToHaveAttributeAsync("href", $"/applications/{earlier["id"]}");
        await Expect(page.Locator("#duplicates")).ToContainTextAsync("Rejected");
        await Expect(page.GetByLabel("Place")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("pergola sante was added.");
    }

    [Fact]
    public async Task The_notice_goes_when_the_form_is_about_something_else()
    {
        var person = await RegisterAsync();
        await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                link = "https://kestrel.example/jobs/1?utm_source=mail",
            }
        );
        var page = await OpenAsync(person);

        await page.GotoAsync("/applications/add");
        await page.GetByLabel("Link").FillAsync("https://www.kestrel.example/jobs/1/");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("You already have an application with this link.")).ToBeVisibleAsync();

        await page.GetByLabel("Link").FillAsync("https://kestrel.example/jobs/2");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#duplicates")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_the_notice_comes_before_anything_is_saved()
    {
        Expects(409);
        var t = In("fr");
        var person = await RegisterAsync("fr");
        await person.AddAsync(new { company = "Pergola Santé", position = "Stage développement" });
        var page = await OpenAsync(person, new Visit { Language = "fr", JavaScript = false });

        await page.GotoAsync("/applications/add");
        await page.GetByLabel(t["Company"]).FillAsync("Pergola Sante");
        await page.GetByLabel(t["Position"]).FillAsync("Stage développement");
        await page.GetByLabel(t["Place"]).FillAsync("Lyon");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save application"] }).ClickAsync();
        await Expect(page.GetByText(t["You may have this application already."])).ToBeVisibleAsync();
        await Expect(page.GetByLabel(t["Place"])).ToHaveValueAsync("Lyon");
        Assert.Single(await person.ItemsAsync("/api/applications"));

        await page.GetByRole(AriaRole.Button, new() { Name = t["Save all the same"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["{0} was added.", "Pergola Sante"]);
    }
}
