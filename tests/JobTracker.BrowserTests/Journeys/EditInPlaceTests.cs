using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class EditInPlaceTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_comment_is_written_where_it_is_read_and_nothing_else_changes(string language)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        var row = await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                posting = "We make maps.",
            }
        );
        var page = await OpenAsync(person, new Visit { Language = language });
        await page.GotoAsync($"/applications/{row["id"]}");

        await page.GetByRole(AriaRole.Link, new() { Name = t["Edit the comment"] }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var comment = page.GetByRole(AriaRole.Textbox, new() { Name = t["Comment"] });
        await Expect(comment).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ask about **geometry**.");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Saved."]);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = t["Comment"] }).Locator("strong")).ToHaveTextAsync("geometry");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = t["Posting"] })).ToContainTextAsync("We make maps.");
    }

    [Fact]
    public async Task Cancel_brings_back_what_was_there_and_the_focus_to_the_link()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                posting = "We make maps.",
            }
        );
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{row["id"]}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the posting" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Posting" }).FillAsync("Something else.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Posting" })).ToContainTextAsync("We make maps.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Edit the posting" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_fact_is_refused_at_its_field_and_what_was_typed_stays(bool javaScript)
    {
        Expects(400);
        var person = await RegisterAsync();
        var row = await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                comment = "Keep me.",
            }
        );
        var page = await OpenAsync(person, new Visit { JavaScript = javaScript });
        await page.GotoAsync($"/applications/{row["id"]}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the facts" }).ClickAsync();
        await page.GetByLabel("Position").FillAsync("");
        await page.GetByLabel("Salary").FillAsync("£38,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByLabel("Position")).ToHaveAccessibleDescriptionAsync("Enter the position.");
        await Expect(page.GetByLabel("Salary")).ToHaveValueAsync("£38,000");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();

        await page.GetByLabel("Position").FillAsync("Map maker");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Map maker" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Facts" })).ToContainTextAsync("£38,000");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Comment" })).ToContainTextAsync("Keep me.");
    }

    [Fact]
    public async Task A_posting_that_another_tab_replaced_is_shown_beside_what_was_typed()
    {
        Expects(412);
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{row["id"]}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit the posting" }).ClickAsync();
        var posting = page.GetByRole(AriaRole.Textbox, new() { Name = "Posting" });
        await posting.FillAsync("The advert as I read it.");
        using var meanwhile = await person.SendAsync(
            HttpMethod.Patch,
            $"/api/applications/{row["id"]}",
            new { posting = "From elsewhere." }
        );
        Assert.True(meanwhile.IsSuccessStatusCode);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Stored now" })).ToContainTextAsync("From elsewhere.");
        await Expect(posting).ToHaveValueAsync("The advert as I read it.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Posting" })).ToContainTextAsync("The advert as I read it.");
    }
}
