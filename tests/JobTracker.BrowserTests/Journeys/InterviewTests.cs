using System.Globalization;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class InterviewTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    public async Task An_interview_in_another_zone_is_added_prepared_and_written_up(string language, bool javaScript)
    {
        var t = In(language);
        var person = await ParisianAsync(language);
        var row = await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                status = "applied",
                posting = "Maps that sailors trust.",
            }
        );
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        var told = page.GetByRole(AriaRole.Status);

        await page.GotoAsync("/interviews");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = t["Add interview"] }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Continue"] }).ClickAsync();
        await FillAsync(page, t, DateOnly.FromDateTime(App.Clock.GetUtcNow().AddDays(20).UtcDateTime));
        await Expect(page.GetByLabel(t["Also move the application to Interview"])).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save interview"] }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["The interview was added, and the application moved to Interview."]);

        var ticket = page.GetByRole(AriaRole.Region, new() { Name = t["When and where"] });
        await Expect(ticket).ToContainTextAsync("10:00 Kolkata, ");
        await Expect(ticket).ToContainTextAsync(" Paris");
        await Expect(ticket.GetByRole(AriaRole.Link, new() { Name = t["Join"] })).ToHaveAttributeAsync("href", "https://meet.example/1");
        await Expect(page.GetByText("Maps that sailors trust.")).ToBeVisibleAsync();
        await page.GetByLabel(t["Preparation"]).And(page.Locator("textarea")).FillAsync("- Ask about **tiles**");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(told).ToContainTextAsync(t["Saved."]);
        await Expect(page.Locator(".prose strong")).ToHaveTextAsync("tiles");

        await page.GetByRole(AriaRole.Link, new() { Name = t["Reschedule or edit"] }).ClickAsync();
        await page.GetByLabel(t["Day"]).FillAsync(Day(DateOnly.FromDateTime(App.Clock.GetUtcNow().AddDays(-3).UtcDateTime)));
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();

        var debrief = page.GetByRole(AriaRole.Region, new() { Name = t["How did it go?"] });
        await debrief.Locator("textarea").FillAsync("They liked the *tests*.");
        await debrief.GetByRole(AriaRole.Button, new() { Name = t["Save the debrief"] }).ClickAsync();
        await Expect(ticket).ToContainTextAsync(t["Completed"]);
        await page.GotoAsync($"/applications/{row["id"]}/interviews");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = t["Rounds"] })).ToContainTextAsync(t["Completed"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_that_comes_twice_is_asked_back_once(bool javaScript)
    {
        Expects(400);
        var person = await ParisianAsync("en");
        var row = await person.AddAsync();
        var page = await OpenAsync(person, new Visit { JavaScript = javaScript });

        await page.GotoAsync($"/interviews/add?application={row["id"]}");
        await page.GetByLabel("Day").FillAsync("2026-10-25");
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("02:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save interview" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("02:30 comes twice");
        await page.GetByLabel("The second, in winter time (UTC+1)").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save interview" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The interview was added");
        var stored = Assert.Single(await person.ItemsAsync("/api/interviews"));
        Assert.Equal("2026-10-25T01:30:00Z", stored.Text("starts_at"));
    }

    [Fact]
    public async Task Deleting_asks_first()
    {
        var person = await ParisianAsync("en");
        var application = await person.AddAsync();
        var body = new { application_id = application.Text("id"), starts_at = "2026-11-23T10:00:00Z" };
        using var added = await person.SendAsync(HttpMethod.Post, "/api/interviews", body);
        var page = await OpenAsync(person);

        await page.GotoAsync($"/interviews/{(await added.ReadAsync(201))["id"]}");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Delete" }).First.ClickAsync();
        var question = page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("Delete this interview?");
        await question.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The interview was deleted.");
        Assert.Empty(await person.ItemsAsync("/api/interviews"));
    }

    private static async Task FillAsync(IPage page, Words t, DateOnly day)
    {
        await page.GetByLabel(t["Day"]).FillAsync(Day(day));
        await page.GetByLabel(t["Time"], new() { Exact = true }).FillAsync("10:00");
        await page.GetByLabel(t["Time zone"]).SelectOptionAsync("Asia/Kolkata");
        await page.GetByLabel(t["Place"]).FillAsync("https://meet.example/1");
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private async Task<TestUser> ParisianAsync(string language)
    {
        var person = await RegisterAsync(language);
        await App.ExecuteAsync($"update user_accounts set time_zone = 'Europe/Paris' where user_id = {person.Id}");
        return person;
    }
}
