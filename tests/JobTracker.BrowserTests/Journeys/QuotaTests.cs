using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class QuotaTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task At_the_limit_a_place_is_freed_without_losing_what_was_typed(string language, bool javaScript)
    {
        Expects(403);
        var t = In(language);
        var person = await RegisterAsync(language, places: 2);
        await person.AddAsync(
            new
            {
                company = "Halle Robotique",
                position = "Stage",
                status = "interview",
            }
        );
        await person.AddAsync(
            new
            {
                company = "Cobalt Rail",
                position = "Intern",
                status = "rejected",
            }
        );
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/applications/add");
        await page.GetByLabel(t["Company"]).FillAsync("Thornbury Labs");
        await page.GetByLabel(t["Position"]).FillAsync("Backend developer intern");
        await page.GetByLabel(t["Link"]).FillAsync("https://thornbury.example/jobs/7");
        await page.GetByLabel(t["Status"]).SelectOptionAsync("Applied");
        await page.GetByText(t["More: deadline, contact, salary, posting, comment"]).ClickAsync();
        await page.GetByLabel(t["Comment"]).FillAsync("Ask Zoë\nabout the team.");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save application"] }).ClickAsync();

        var notice = page.GetByRole(AriaRole.Alert);
        await Expect(notice).ToContainTextAsync(t["Not saved: you already have {0} of {1} applications.", 2, 2]);
        await Expect(notice).ToBeFocusedAsync();
        await ExpectTypedAsync(page, t);

        var free = page.GetByRole(AriaRole.Region, new() { Name = t["Free a place"] });
        await Expect(free.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Cobalt Rail");
        await free.GetByRole(AriaRole.Button, new() { Name = t["Delete {0}", "Cobalt Rail"] }).ClickAsync();
        await Expect(page.GetByText(t["There is a place now."])).ToBeVisibleAsync();
        await Expect(notice).ToHaveCountAsync(0);
        await ExpectTypedAsync(page, t);

        await page.GetByRole(AriaRole.Button, new() { Name = t["Save application"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Backend developer intern");
        await page.GotoAsync("/applications");
        await Expect(page.Locator("tbody").GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(page.Locator(".quota")).ToHaveTextAsync($"2 {t["of {0} applications", 2]}");
    }

    [Fact]
    public async Task Somebody_full_is_told_before_typing_and_cannot_restore_either()
    {
        var person = await RegisterAsync(places: 1);
        var first = await person.AddAsync(new { company = "Halle Robotique", position = "Stage" });
        using var deleted = await person.SendAsync(HttpMethod.Delete, $"/api/applications/{first["id"]}");
        await person.AddAsync(new { company = "Cobalt Rail", position = "Intern" });
        var page = await OpenAsync(person);

        await page.GotoAsync("/applications/add");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You already have 1 of 1 applications.");

        await page.GotoAsync("/applications/deleted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore Halle Robotique" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("There is no free place: you have 1 of 1 applications.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Restore Halle Robotique" })).ToBeVisibleAsync();
    }

    private static async Task ExpectTypedAsync(IPage page, Words t)
    {
        await Expect(page.GetByLabel(t["Company"])).ToHaveValueAsync("Thornbury Labs");
        await Expect(page.GetByLabel(t["Position"])).ToHaveValueAsync("Backend developer intern");
        await Expect(page.GetByLabel(t["Link"])).ToHaveValueAsync("https://thornbury.example/jobs/7");
        await Expect(page.GetByLabel(t["Status"])).ToHaveValueAsync("Applied");
        await Expect(page.GetByLabel(t["Comment"])).ToHaveValueAsync("Ask Zoë\nabout the team.");
    }
}
