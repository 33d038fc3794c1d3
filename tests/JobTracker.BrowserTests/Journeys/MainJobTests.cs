using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class MainJobTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    [InlineData("fr", false)]
    public async Task Somebody_registers_and_keeps_an_application_from_adding_it_to_restoring_it(string language, bool javaScript)
    {
        var t = In(language);
        var page = await OpenAsync(new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await page.GetByRole(AriaRole.Link, new() { Name = t["Create an account"] }).ClickAsync();
        await page.GetByLabel(t["E-mail"]).FillAsync($"{Guid.CreateVersion7():N}@example.org");
        await page.GetByLabel(t["Password"]).FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Create the account"] }).ClickAsync();

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = t["Add application"] }).ClickAsync();
        await page.GetByLabel(t["Company"]).FillAsync("Pergola Santé");
        await page.GetByLabel(t["Position"]).FillAsync("Stage développement back-end");
        await page.GetByLabel(t["Place"]).FillAsync("Paris");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save application"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["{0} was added.", "Pergola Santé"]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Stage développement back-end");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = t["Search"] }).FillAsync("pergola sante");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/search?q=pergola+sante");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Pergola Santé" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = t["Edit the facts"] }).ClickAsync();
        await page.GetByLabel(t["Place"]).FillAsync("Montreuil");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Saved."]);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Montreuil");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Move to {0}", t["Applied"]] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = t["Status"] }).Locator("[aria-current=step]"))
            .ToContainTextAsync(t["Applied"]);

        await page.GetByRole(AriaRole.Navigation, new() { Name = t["Main menu"] })
            .GetByRole(AriaRole.Link, new() { Name = t["Applications"] })
            .ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Pergola Santé" });
        var star = row.GetByRole(AriaRole.Button, new() { Name = t["Favourite: {0}", "Pergola Santé"] });
        await Expect(star).ToHaveAttributeAsync("aria-pressed", "false");
        await star.ClickAsync();
        await Expect(star).ToHaveAttributeAsync("aria-pressed", "true");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel(t["More"], new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Delete"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = t["Delete"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["The application was deleted."]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["Add your first application"] })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = t["Deleted"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Restore {0}", "Pergola Santé"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["{0} is back.", "Pergola Santé"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = t["Favourite"], Exact = true }))
            .ToHaveAttributeAsync("aria-pressed", "true");
    }
}
