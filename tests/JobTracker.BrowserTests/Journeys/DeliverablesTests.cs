using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class DeliverablesTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true, false)]
    [InlineData("en", true, true)]
    [InlineData("fr", false, false)]
    public async Task A_box_finishes_at_once_and_undo_opens_it_again(string language, bool javaScript, bool byKeyboard)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await AddAsync(person, "Motivation letter", "2026-01-05");
        await AddAsync(person, "CV, one page", null);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        var box = page.GetByRole(AriaRole.Checkbox, new() { Name = t["Done: {0}", "Motivation letter"] });
        var told = page.GetByRole(AriaRole.Status);
        var count = page.Locator("#deliverables-count");

        await page.GotoAsync("/deliverables");
        await Expect(count).ToContainTextAsync(t["{0} open", 2]);
        await Expect(count).ToContainTextAsync(t["{0} overdue", 1]);
        if (byKeyboard)
        {
            await box.FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }
        else
            await box.ClickAsync();
        await Expect(told).ToContainTextAsync(t["{0} is done.", "Motivation letter"]);
        await Expect(count).ToHaveTextAsync(t["{0} open", 1]);
        await Expect(page.Locator("#count-deliverables")).ToHaveTextAsync("1");
        if (javaScript)
        {
            // Without a reload the line stays where it is, and so does the focus.
            await Expect(box).ToBeVisibleAsync();
            await Expect(box).ToHaveAttributeAsync("aria-checked", "true");
            await Expect(box).ToBeFocusedAsync();
        }
        else
            await Expect(box).ToBeHiddenAsync();

        var undo = told.GetByRole(AriaRole.Button, new() { Name = t["Undo"] });
        if (byKeyboard)
        {
            await undo.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        else
            await undo.ClickAsync();
        await Expect(told).ToContainTextAsync(t["{0} is open again.", "Motivation letter"]);
        await Expect(box).ToHaveAttributeAsync("aria-checked", "false");
        await Expect(count).ToContainTextAsync(t["{0} open", 2]);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_deliverable_is_added_gets_a_text_from_the_bank_and_is_finished(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync(new { company = "Kestrel Maps", position = "Engineer" });
        await AddNoteAsync(person, "Why maps", "Your maps have brought me home **twice**.");
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/deliverables");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = t["Add a deliverable"] }).First.ClickAsync();
        await page.GetByLabel(t["Application"]).SelectOptionAsync(new SelectOptionValue { Label = "Kestrel Maps, Engineer" });
        await page.GetByLabel(t["Title"]).FillAsync("Motivation letter");
        await page.GetByLabel(t["Due on"]).FillAsync("2027-03-01");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = t["Insert from my writing"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Insert {0}", "Why maps"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Inserted: {0}", "Why maps"]);
        await Expect(page.Locator(".prose strong")).ToHaveTextAsync("twice");
        await page.Locator("summary").Filter(new() { HasText = t["Edit"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = t["Text"] }))
            .ToHaveValueAsync("Your maps have brought me home **twice**.");
        await page.GetByLabel(t["State"]).SelectOptionAsync("Done");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Saved."]);
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveAttributeAsync("aria-checked", "true");
    }

    private async Task AddNoteAsync(TestUser person, string title, string content)
    {
        string[] tags = ["maps"];
        await App.ExecuteAsync(
            $"""
            insert into writing_notes (user_id, id, title, tags, content, search_text, created_at, updated_at, version)
            values ({person.Id}, {Guid.CreateVersion7()}, {title}, {tags}, {content}, {content}, now(), now(), 1)
            """
        );
    }

    private static async Task AddAsync(TestUser person, string title, string? due)
    {
        var application = await person.AddAsync();
        using var answer = await person.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new JsonObject
            {
                ["application_id"] = application["id"]!.ToString(),
                ["title"] = title,
                ["due_on"] = due,
            }
        );
        await answer.ReadAsync(201);
    }
}
