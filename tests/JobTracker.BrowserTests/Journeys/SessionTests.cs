using System.Text.RegularExpressions;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed partial class SessionTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task The_clock_stands_still_until_the_first_entry()
    {
        var page = await OpenAsync(await RegisterAsync());
        await page.Clock.InstallAsync();
        await page.GotoAsync("/session");
        await page.Clock.RunForAsync(5_000);
        await Expect(page.Locator("[data-clock]")).ToHaveTextAsync("00:00:00");
        await TypeAsync(page, "Cobalt Foundry", "Sheffield", "Data engineer", "");
        await Expect(page.Locator("#said")).ToHaveTextAsync("1 sent");
        await page.Clock.RunForAsync(5_000);
        await Expect(page.Locator("[data-clock]")).Not.ToHaveTextAsync("00:00:00");
    }

    [Fact]
    public async Task A_session_is_run_by_keyboard_alone_survives_a_reload_and_ends_in_the_tracker_as_far_as_there_is_room()
    {
        var person = await RegisterAsync(places: 2);
        var page = await OpenAsync(person);
        await page.GotoAsync("/session");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Many applications in one go" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Company")).ToBeFocusedAsync();

        await TypeAsync(page, "Cobalt Foundry", "Sheffield", "Data engineer", "www.cobalt.example/218");
        await Expect(page.Locator("#said")).ToHaveTextAsync("1 sent");
        await TypeAsync(page, "Maison Verdier", "Lyon", "Stage web", "");
        await Expect(page.Locator("#said")).ToHaveTextAsync("2 sent");
        await TypeAsync(page, "Hexa", "", "Stage temps réel", "");
        await Expect(page.Locator(".session-list .name")).ToHaveTextAsync(["Hexa", "Maison Verdier", "Cobalt Foundry"]);
        await Expect(page.Locator("[data-pace]")).ToHaveTextAsync("3");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "cobalt.example/218" }))
            .ToHaveAttributeAsync("href", "https://www.cobalt.example/218");

        // The clock is the stored beginning's: after a reload and in a second tab it goes on.
        await Expect(page.Locator("[data-clock]")).Not.ToHaveTextAsync("00:00:00");
        await App.ExecuteAsync(
            $"update search_sessions set started_at = started_at - interval '2 days 3 hours' where user_id = {person.Id}"
        );
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(TwoDays());
        var before = await page.Locator("[data-clock]").TextContentAsync();
        await Expect(page.Locator("[data-clock]")).Not.ToHaveTextAsync(before!);
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/session");
        await Expect(tab.GetByRole(AriaRole.Timer)).ToHaveTextAsync(TwoDays());
        await TypeAsync(tab, "Penrose", "Leeds", "Junior", "");
        await Expect(tab.Locator("#said")).ToHaveTextAsync("4 sent");
        await tab.CloseAsync();
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(page.Locator(".session-list .name").First).ToHaveTextAsync("Penrose");

        await OpenAsync(page, "Hexa", "Edit");
        await Expect(page.Locator("#Edited_Company")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Hexa Mobilité");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("More about Hexa Mobilité")).ToBeFocusedAsync();
        await OpenAsync(page, "Maison Verdier", "Delete");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("The entry was deleted.");
        await Expect(page.Locator(".session-list .name")).ToHaveTextAsync(["Penrose", "Hexa Mobilité", "Cobalt Foundry"]);
        await Expect(page.GetByLabel("Company")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Finish session" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Select all").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish session" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var alert = page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToBeFocusedAsync();
        await Expect(alert.Locator("dd")).ToHaveTextAsync(["Cobalt Foundry, Hexa Mobilité", "Penrose"]);
        Assert.Equal(
            ["Cobalt Foundry", "Hexa Mobilité"],
            (await person.ItemsAsync("/api/applications")).Select(row => row.Text("company")).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Without_scripts_it_is_the_same_session(string language)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = false });
        await page.GotoAsync("/session");
        foreach (var company in (string[])["Cobalt Foundry", "Maison Verdier"])
        {
            await page.Locator("#Input_Company").FillAsync(company);
            await page.Locator("#Input_Mission").FillAsync("Stage");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".session-list .name").First).ToHaveTextAsync(company);
        }
        await OpenAsync(page, "Cobalt Foundry", t["Edit"], t["More about {0}", "Cobalt Foundry"]);
        await page.Locator("#Edited_City").FillAsync("Leeds");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save"] }).ClickAsync();
        await Expect(page.Locator(".session-list .cell-city").Nth(2)).ToHaveTextAsync("Leeds");
        await OpenAsync(page, "Maison Verdier", t["Delete"], t["More about {0}", "Maison Verdier"]);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Delete"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".session-list .name")).ToHaveTextAsync(["Cobalt Foundry"]);

        await page.GetByRole(AriaRole.Link, new() { Name = t["Finish session"] }).ClickAsync();
        await page.GetByLabel(t["Select {0}", "Cobalt Foundry, Stage"]).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Finish session"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status))
            .ToContainTextAsync(t["The session is finished, and one entry is in your applications now."]);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Matches(FileName(), download.SuggestedFilename);
        Assert.Equal("Leeds", Assert.Single(await person.ItemsAsync("/api/applications")).Text("location"));
    }

    [Fact]
    public async Task What_could_not_be_sent_or_was_refused_stands_in_its_line_again()
    {
        Expects(400);
        Expects(503);
        var page = await OpenAsync(await RegisterAsync());
        // From the start: a page that is there already may send its next request before the browser has begun to ask about it.
        var isAway = false;
        await page.RouteAsync("**/session", route => isAway ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await page.GotoAsync("/session");
        await TypeAsync(page, "Cobalt Foundry", "", "Engineer", "javascript:alert(1)");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Link")).ToHaveValueAsync("javascript:alert(1)");
        await page.GetByLabel("Link").FillAsync("https://example.com");

        isAway = true;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#toasts")).Not.ToBeEmptyAsync();
        await Expect(page.GetByLabel("Company")).ToHaveValueAsync("Cobalt Foundry");
        isAway = false;
        await page.GetByLabel("Company").PressAsync("Enter");
        await Expect(page.Locator("#said")).ToHaveTextAsync("1 sent");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    private static async Task TypeAsync(IPage page, params string[] texts)
    {
        await Expect(page.GetByLabel("Company")).ToBeFocusedAsync();
        foreach (var (text, at) in texts.Select((text, at) => (text, at)))
        {
            if (at > 0)
                await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(text);
        }
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>From a line's menu, by keyboard.</summary>
    private static async Task OpenAsync(IPage page, string company, string action, string? menu = null)
    {
        await page.GetByLabel(menu ?? $"More about {company}", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("details[open]").GetByRole(AriaRole.Link, new() { Name = action, Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    [GeneratedRegex(@"2\s*d\s*03:00:\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoDays();

    [GeneratedRegex(@"^session-\d{4}-\d\d-\d\d\.csv$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
