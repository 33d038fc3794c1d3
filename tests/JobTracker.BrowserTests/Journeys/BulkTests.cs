using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class BulkTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    public async Task Two_rows_are_moved_and_then_deleted_together(string language, bool javaScript)
    {
        var t = In(language);
        var page = await OpenAsync(await WithThreeAsync(language), new Visit { Language = language, JavaScript = javaScript });
        var bar = page.GetByRole(AriaRole.Toolbar, new() { Name = t["Selected applications"] });
        var told = page.GetByRole(AriaRole.Status);

        await page.GotoAsync("/applications?q=sas");
        await Expect(bar).ToBeHiddenAsync();
        await PickAsync(page, t);
        await Expect(bar).ToContainTextAsync(javaScript ? t["{0} selected", 2] : t["With the selected ones"]);
        await bar.Locator("summary").ClickAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = t["Interview"] }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["{0} applications were changed.", 2]);
        await Expect(page.Locator("tbody").GetByRole(AriaRole.Row).Filter(new() { HasText = t["Interview"] })).ToHaveCountAsync(2);
        // The filter was not lost on the way.
        await Expect(page).ToHaveURLAsync("/applications?q=sas");

        await PickAsync(page, t);
        await bar.GetByRole(AriaRole.Button, new() { Name = t["Delete"] }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = t["Delete"] }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["{0} applications were deleted. They can be restored for 7 days.", 2]);
        await Expect(page.Locator("tbody").GetByRole(AriaRole.Row)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task One_box_chooses_all_rows_of_the_page_and_none_again()
    {
        var page = await OpenAsync(await WithThreeAsync("en"));
        var all = page.GetByLabel("Select all on this page");
        var bar = page.GetByRole(AriaRole.Toolbar);

        await page.GotoAsync("/applications");
        await all.CheckAsync();
        await Expect(bar).ToContainTextAsync("3 selected");
        await page.GetByLabel("Select Alder SAS").UncheckAsync();
        await Expect(bar).ToContainTextAsync("2 selected");
        await Expect(all).ToBeCheckedAsync(new() { Indeterminate = true });

        await page.GetByLabel("Select Alder SAS").CheckAsync();
        await Expect(all).ToBeCheckedAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Clear the selection" }).ClickAsync();
        await Expect(bar).ToBeHiddenAsync();
        await Expect(all).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Favourites_are_marked_together()
    {
        var page = await OpenAsync(await WithThreeAsync("en"));

        await page.GotoAsync("/applications");
        await page.GetByLabel("Select all on this page").CheckAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Favourite" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("3 applications were changed.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Favourite: Alder SAS" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static async Task PickAsync(IPage page, Words t)
    {
        await page.GetByLabel(t["Select {0}", "Alder SAS"]).CheckAsync();
        await page.GetByLabel(t["Select {0}", "Brightwater SAS"]).CheckAsync();
    }

    private async Task<TestUser> WithThreeAsync(string language)
    {
        var person = await RegisterAsync(language);
        foreach (var company in new[] { "Alder SAS", "Brightwater SAS", "Cobalt SAS" })
            await person.AddAsync(new { company, position = "Developer" });
        return person;
    }
}
