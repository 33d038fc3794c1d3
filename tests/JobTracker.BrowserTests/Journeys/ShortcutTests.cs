using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ShortcutTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task Single_keys_search_add_and_show_the_list_of_keys()
    {
        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/applications");
        var search = page.GetByRole(AriaRole.Dialog, new() { Name = "Search everything" }).GetByRole(AriaRole.Combobox);
        var list = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });

        await page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Expect(search).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(search).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(search).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(list).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("n");
        await Expect(page).ToHaveURLAsync("/applications/add");
    }

    [Fact]
    public async Task The_list_of_keys_gives_the_focus_back_to_where_it_was()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/applications");
        var row = page.GetByRole(AriaRole.Link, new() { Name = "Kestrel Maps" });

        await row.FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(row).ToBeFocusedAsync();

        var account = page.GetByLabel("Menu and account: Camille Roux");
        await account.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(account).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keys_typed_into_a_field_are_text()
    {
        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/applications/add");

        await page.GetByLabel("Company").PressSequentiallyAsync("n/?");
        await Expect(page.GetByLabel("Company")).ToHaveValueAsync("n/?");
        await Expect(page.GetByLabel("Company")).ToBeFocusedAsync();
        await page.GetByText("More: deadline, contact, salary, posting, comment").ClickAsync();
        await page.GetByLabel("Comment").PressSequentiallyAsync("/n?");
        await Expect(page.GetByLabel("Comment")).ToHaveValueAsync("/n?");
        await page.GetByLabel("Status").PressAsync("n");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(page).ToHaveURLAsync("/applications/add");
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off()
    {
        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/applications");
        var list = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await page.Keyboard.PressAsync("?");
        await list.GetByLabel("Answer to single keys").UncheckAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await page.ReloadAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("?");
        await Expect(list).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Search everything" }).GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync("/applications");
    }
}
