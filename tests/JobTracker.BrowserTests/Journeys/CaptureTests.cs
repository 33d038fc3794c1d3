using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class CaptureTests(Site site) : BrowserTest(site)
{
    private const string Source = """
        <html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Tile engineer (m/f/d)", "employmentType": "TEMPORARY",
        "hiringOrganization": {"name": "Kestrel Maps"}, "jobLocation": {"address": {"addressLocality": "Leeds"}}, "validThrough": "2027-03-01",
        "description": "<p>Draw maps.</p>"}</script></head><body>Careers</body></html>
        """;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_pasted_posting_fills_the_form_which_is_then_saved(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync("/applications/add");
        await page.Locator("#Input_Location").FillAsync("York");
        await page.GetByText(t["Paste the posting"]).ClickAsync();
        await page.Locator("#Pasted").FillAsync(Source);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Fill in the form"] }).ClickAsync();

        await Expect(page.Locator("#filled")).ToBeFocusedAsync();
        await Expect(page.Locator("#Input_Company")).ToHaveValueAsync("Kestrel Maps");
        await Expect(page.Locator("#Input_Location")).ToHaveValueAsync("York");
        await Expect(page.Locator("#Input_EmploymentType")).ToHaveAccessibleDescriptionAsync(t["Check this"]);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save application"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tile engineer");
        var row = Assert.Single(await person.ItemsAsync("/api/applications"));
        Assert.Equal(
            ("Tile engineer", "York", "cdd", "2027-03-01"),
            (row.Text("position"), row.Text("location"), row.Text("employment_type"), row.Text("due_on"))
        );
        Assert.Equal("Draw maps.", (await person.GetAsync($"/api/applications/{row["id"]}")).Text("posting"));
    }

    [Fact]
    public async Task What_a_bookmark_sends_is_looked_at_and_saved()
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/applications/add?link=https://kestrel.example/7&title=Tile%20engineer%20-%20Kestrel%20Maps%20%7C%20Jobs");
        await Expect(page.GetByLabel("Position")).ToHaveValueAsync("Tile engineer");
        Assert.Empty(await person.ItemsAsync("/api/applications"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save application" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tile engineer");
        Assert.Equal("https://kestrel.example/7", Assert.Single(await person.ItemsAsync("/api/applications")).Text("link"));
    }
}
