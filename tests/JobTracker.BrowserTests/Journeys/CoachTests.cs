using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

/// <summary>Talking to the coach.</summary>
public sealed class CoachTests(Site site) : BrowserTest(site)
{
    private const string LastWords = "Shall we rehearse the opening now?";

    [Fact]
    public async Task A_question_is_answered_as_one_watches_stopped_asked_again_and_both_versions_stay()
    {
        var (page, _) = await BeginAsync();
        await page.GotoAsync("/coach");
        await page.GetByRole(AriaRole.Button, new() { Name = "Talk to the coach" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I agree" }).ClickAsync();

        var box = Box(page);
        await box.PressSequentiallyAsync("What first");
        await box.PressAsync("Shift+Enter");
        await box.PressSequentiallyAsync("and why?");
        await box.PressAsync("Enter");
        await page.WaitForURLAsync(address => address.Contains("/coach/", StringComparison.Ordinal));
        await Expect(page.Locator(".said-text")).ToHaveTextAsync("What first\nand why?");
        await Expect(page.Locator("[data-text]")).ToContainTextAsync("For this interview");
        await Expect(page.GetByText("Writing, you can leave this page")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(page.GetByText("You stopped this answer.")).ToBeVisibleAsync();
        await Expect(box).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Regenerate" }).PressAsync("Enter");
        await Expect(page.Locator(".reply .prose")).ToContainTextAsync(LastWords);
        await Expect(page.Locator("[data-live]")).ToContainTextAsync(LastWords);
        await Expect(page.Locator(".versions")).ToContainTextAsync("2/2");
        await page.GetByRole(AriaRole.Link, new() { Name = "The version before" }).PressAsync("Enter");
        await Expect(page.Locator(".versions")).ToContainTextAsync("1/2");
        await Expect(page.Locator(".reply .prose")).Not.ToContainTextAsync(LastWords);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "The next version" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_a_reload_in_mid_stream_and_in_a_second_tab_the_answer_goes_on_and_is_whole()
    {
        var (page, application) = await BeginAsync(agreed: true);
        await page.GotoAsync($"/applications/{application}/coach");
        await SayAsync(page, "What first?");
        await Expect(page.Locator("[data-text]")).ToContainTextAsync("For this interview");
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(page.Url);
        await page.ReloadAsync();
        foreach (var tab in new[] { page, second })
        {
            await Expect(tab.Locator(".reply .prose")).ToContainTextAsync(LastWords);
            await Expect(tab.Locator(".reply .prose ol > li")).ToHaveCountAsync(3);
        }
    }

    [Fact]
    public async Task What_is_typed_and_not_sent_survives_a_reload_and_another_message_that_runs()
    {
        var (page, application) = await BeginAsync(agreed: true);
        await page.GotoAsync($"/applications/{application}/coach");
        await SayAsync(page, "What first?");
        await Expect(page.Locator(".reply .prose")).ToContainTextAsync(LastWords);
        await Box(page).PressSequentiallyAsync("Not yet sent");
        await page.ReloadAsync();
        await Expect(Box(page)).ToHaveValueAsync("Not yet sent");

        // Another tab has an answer running: this one is told, and keeps the words.
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync($"/applications/{application}/coach?new=true");
        await SayAsync(second, "What else?");
        await Expect(second.Locator("[data-text]")).ToContainTextAsync("For this");
        Expects(409);
        await Box(page).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The coach is still writing an answer.");
        await Expect(Box(page)).ToHaveValueAsync("Not yet sent");
    }

    [Fact]
    public async Task The_providers_trouble_is_a_plain_sentence_and_the_question_can_be_tried_again()
    {
        var person = await RegisterAsync();
        var key = $"own-key-{person.Id:N}";
        using (var set = await person.Client.PutAsJsonAsync("/api/auth/update-api-keys", new { google_ai_key = key }))
            await set.ReadAsync(200);
        Gemini.Refuse(key);
        var (page, application) = await BeginAsync(agreed: true, person);
        await page.GotoAsync($"/applications/{application}/coach");
        await Expect(page.GetByText("Sent to Gemini with your key")).ToBeVisibleAsync();
        await SayAsync(page, "What first?");
        await Expect(page.Locator(".reply-error")).ToContainTextAsync("Gemini does not accept the key.");
        await Expect(page.Locator(".said-text")).ToHaveTextAsync("What first?");

        using (var cleared = await person.Client.PutAsJsonAsync("/api/auth/update-api-keys", new { google_ai_key = (string?)null }))
            await cleared.ReadAsync(200);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator(".reply .prose")).ToContainTextAsync(LastWords);
        await Expect(page.Locator(".reply-error")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_the_coach_sees_is_switched_off_item_by_item_and_stays_so()
    {
        var (page, application) = await BeginAsync(agreed: true);
        await page.GotoAsync($"/applications/{application}/coach");
        await SayAsync(page, "What first?");
        await Expect(page.Locator(".reply .prose")).ToContainTextAsync(LastWords);
        await page.GetByRole(AriaRole.Button, new() { Name = "What the coach sees" }).ClickAsync();
        var facts = page.GetByRole(AriaRole.Switch, new() { Name = "Application facts" });
        await Expect(facts).ToBeCheckedAsync();
        await facts.PressAsync("Space");
        await Expect(page.Locator(".sees-item", new() { HasText = "Application facts" })).ToContainTextAsync("off");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "What the coach sees" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Application facts" })).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Without_JavaScript_a_question_is_sent_and_its_answer_comes_with_the_page()
    {
        var (page, application) = await BeginAsync(agreed: true, visit: new Visit { JavaScript = false });
        await page.GotoAsync($"/applications/{application}/coach");
        await Box(page).FillAsync("What first?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.Locator(".said-text")).ToHaveTextAsync("What first?");
        // The page comes again by itself while the answer is written.
        await Expect(page.Locator(".reply .prose")).ToContainTextAsync(LastWords);
        await page.GetByRole(AriaRole.Button, new() { Name = "Regenerate" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(page.GetByText("You stopped this answer.")).ToBeVisibleAsync();
    }

    /// <summary>Somebody with an application, signed in.</summary>
    private async Task<(IPage Page, string Application)> BeginAsync(bool agreed = false, TestUser? person = null, Visit? visit = null)
    {
        person ??= await RegisterAsync();
        var application = (await person.AddAsync()).Text("id")!;
        if (agreed)
            await App.ExecuteAsync($"update user_accounts set gemini_agreed_at = now() where user_id = {person.Id}");
        return (await OpenAsync(person, visit), application);
    }

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });

    private static async Task SayAsync(IPage page, string text)
    {
        await Box(page).FillAsync(text);
        await Box(page).PressAsync("Enter");
    }
}
