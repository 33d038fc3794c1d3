using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class WritingTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task A_text_is_written_with_a_preview_found_by_its_tag_doubled_and_copied()
    {
        var page = await OpenAsync(await RegisterAsync(), new Visit { Size = (900, 900) });
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/writing");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Write it once, use it again" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add text" }).ClickAsync();

        await page.GetByLabel("Title").FillAsync("Why maps");
        await page.GetByLabel("Tags").FillAsync("motivation, cover letter");
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true });
        await box.FillAsync("maps");
        await box.SelectTextAsync();
        await box.PressAsync("Control+b");
        await Expect(box).ToHaveValueAsync("**maps**");
        await box.PressAsync("Control+b");
        await Expect(box).ToHaveValueAsync("maps");
        await box.PressAsync("Control+b");
        await page.GetByRole(AriaRole.Button, new() { Name = "List" }).ClickAsync();
        await Expect(box).ToHaveValueAsync("- **maps**");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Write" }).PressAsync("ArrowRight");
        var preview = page.GetByRole(AriaRole.Tabpanel, new() { Name = "Preview" });
        await Expect(preview.Locator("li strong")).ToHaveTextAsync("maps");
        await Expect(box).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Write" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“Why maps” is saved.");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Tags" })
            .GetByRole(AriaRole.Link, new() { Name = "motivation" })
            .ClickAsync();
        await Expect(page).ToHaveURLAsync("/writing?tag=motivation");
        await page.GetByRole(AriaRole.Link, new() { Name = "Why maps" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Copied.");
        Assert.Equal("- **maps**", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await page.GetByLabel("More").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Duplicate" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Why maps (copy)");
        await page.GotoAsync("/writing?q=maps");
        await Expect(page.Locator(".notes .name")).ToHaveTextAsync(["Why maps (copy)", "Why maps"]);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_text_of_the_bank_is_taken_over_adapted_and_deleted(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync();
        using var added = await person.Client.PostAsJsonAsync("/api/writing", new { title = "Letter", content = "Dear team," });
        Assert.True(added.IsSuccessStatusCode);
        var id = (await person.ItemsAsync("/api/applications"))[0]["id"];
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync($"/applications/{id}/writing");
        await page.GetByRole(AriaRole.Link, new() { Name = t["Take over from the bank"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Copy here: “{0}”", "Letter"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Letter" }).ClickAsync();
        await page.Locator(".note-edit > summary").ClickAsync();
        await page.Locator("#Input_Content").FillAsync("Dear *maps* team,");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".note-text em")).ToHaveTextAsync("maps");

        await page.GetByLabel(t["More"]).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Delete"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = t["Delete"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["The text was deleted."]);
        Assert.Equal(
            "Dear team,",
            (await person.GetAsync($"/api/writing/{(await person.ItemsAsync("/api/writing"))[0]["id"]}"))["content"]!.ToString()
        );
    }

    [Fact]
    public async Task A_preview_that_fails_says_so_and_costs_nothing()
    {
        Expects(503);
        var page = await OpenAsync(await RegisterAsync());
        await page.RouteAsync("**/markdown/preview", route => route.FulfillAsync(new() { Status = 503 }));
        await page.GotoAsync("/writing/add");
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true });
        await box.FillAsync("All of my work");
        await Expect(page.Locator(".editor-preview")).ToHaveTextAsync("The preview could not be made. What you wrote is still in the box.");
        await Expect(box).ToHaveValueAsync("All of my work");
    }

    [Fact]
    public async Task No_script_in_a_text_runs_in_the_preview_or_on_its_page()
    {
        const string hostile =
            "<img src=x onerror=\"document.title='ran'\">\n\n<script>document.title='ran'</script>\n\n[click](javascript:document.title='ran')\n\n"
            + "<svg onload=\"document.title='ran'\">\n\n`\"><iframe srcdoc=\"<script>top.document.title='ran'</script>\">`";
        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/writing/add");
        await page.GetByLabel("Title").FillAsync("Hostile");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).FillAsync(hostile);
        await Expect(page.Locator(".editor-preview")).ToContainTextAsync("click");
        await page.GetByText("click", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hostile" }).ClickAsync();
        await Expect(page.Locator(".note-text")).ToContainTextAsync("click");
        await Expect(page).ToHaveTitleAsync("Hostile · JobTracker");
        Assert.Equal(0, await page.Locator(".prose").Locator("img, script, svg, iframe, a").CountAsync());
    }
}
