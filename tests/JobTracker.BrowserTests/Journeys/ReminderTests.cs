using JobTracker.Features.Reminders;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ReminderTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task The_digest_is_chosen_seen_and_stopped_again(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await App.ExecuteAsync($"update users set email_confirmed = true where id = {person.Id}");
        var application = (await person.AddAsync()).Text("id");
        using var owed = await person.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new
            {
                application_id = application,
                title = "Cover letter",
                due_on = "2026-01-15",
            }
        );
        await owed.ReadAsync(201);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/settings/reminders");
        await page.GetByLabel(t["Send me the daily digest"]).CheckAsync();
        await page.GetByLabel(t["Hour"]).SelectOptionAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Saved."]);
        await page.ReloadAsync();
        await Expect(page.GetByLabel(t["Send me the daily digest"])).ToBeCheckedAsync();
        await Expect(page.GetByLabel(t["Hour"])).ToHaveValueAsync("6");

        await page.GetByRole(AriaRole.Button, new() { Name = t["Send me today’s digest"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["The digest is on its way to {0}.", person.Email]);
        var mail = await App.Mail.NextAsync(person.Email, ComposeDigest.Kind);

        // In another browser, where nobody is signed in.
        var stranger = await OpenAsync(new Visit { Language = language, JavaScript = javaScript });
        await stranger.SetContentAsync(mail.Letter.Html);
        await stranger.GetByRole(AriaRole.Link, new() { Name = t["Stop this digest"] }).ClickAsync();
        await stranger.GetByRole(AriaRole.Button, new() { Name = t["Stop the digest"] }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Name = t["The digest is off"] })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel(t["Send me the daily digest"])).Not.ToBeCheckedAsync();
    }
}
