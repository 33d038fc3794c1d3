using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class KeyboardTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("/applications")]
    [InlineData("/account/sign-in")]
    public async Task The_first_key_leads_past_the_frame(string path)
    {
        var page = path.StartsWith("/account", StringComparison.Ordinal) ? await OpenAsync() : await OpenAsync(await RegisterAsync());
        await page.GotoAsync(path);

        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_menu_opens_and_closes_by_key_and_gives_the_focus_back()
    {
        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/applications");
        var button = page.GetByLabel("Menu and account: Camille Roux");
        var settings = page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Settings" });

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(settings).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(settings).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Space");
        await Expect(settings).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(settings).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_dialog_closes_by_Escape_and_gives_the_focus_back()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{row["id"]}");
        var menu = page.GetByLabel("More", new() { Exact = true });
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Delete Kestrel Maps?" });

        await menu.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_bulk_dialog_gives_the_focus_back_to_its_button()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/applications");
        await page.GetByLabel("Select Kestrel Maps").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        var button = page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Delete" });

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Enter_in_the_filter_searches_and_does_nothing_to_the_rows()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/applications");

        await page.GetByLabel("Filter by company, position, city").FillAsync("kestrel");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/applications?q=kestrel");
        await page.GetByLabel("Select Kestrel Maps").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Favourite: Kestrel Maps" }))
            .ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task A_status_is_moved_without_a_mouse()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{row["id"]}");

        await page.Locator("summary").Filter(new() { HasText = "Other status" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kestrel Maps moved to Screening.");
    }
}
