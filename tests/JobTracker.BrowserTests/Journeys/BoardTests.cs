using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class BoardTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task A_card_is_dragged_to_another_column_and_the_move_is_taken_back()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/board");

        await DragAsync(page, "Kestrel Maps", "Interview");
        await Expect(Told(page)).ToContainTextAsync("Kestrel Maps moved to Interview.");
        await Expect(CardsIn(page, "Interview")).ToContainTextAsync("Kestrel Maps");
        Assert.Equal("interview", await StatusAsync(person));

        await Told(page).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(CardsIn(page, "Draft")).ToContainTextAsync("Kestrel Maps");
        Assert.Equal("draft", await StatusAsync(person));
    }

    [Fact]
    public async Task A_card_moves_by_keyboard_and_every_step_is_announced()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/board");
        var live = page.Locator("#board-live");
        var grip = page.GetByRole(AriaRole.Button, new() { Name = "Move Kestrel Maps", Exact = true });

        await grip.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(live).ToHaveTextAsync("Kestrel Maps picked up. It stands in Draft.");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(live).ToHaveTextAsync("Kestrel Maps over Screening.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(live).ToHaveTextAsync("Kestrel Maps stays in Draft.");
        await Expect(CardsIn(page, "Draft")).ToContainTextAsync("Kestrel Maps");
        await Expect(grip).ToBeFocusedAsync();
        Assert.Equal("draft", await StatusAsync(person));

        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Space");
        await Expect(Told(page)).ToContainTextAsync("Kestrel Maps moved to Applied.");
        await Expect(grip).ToBeFocusedAsync();
        Assert.Equal("applied", await StatusAsync(person));
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_card_moves_by_its_menu(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync();
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });
        await page.GotoAsync("/board");

        await page.Locator(".card").HoverAsync();
        await page.Locator(".card summary").ClickAsync();
        await page.Locator(".card").GetByRole(AriaRole.Button, new() { Name = t["Offer"], Exact = true }).ClickAsync();
        await Expect(Told(page)).ToContainTextAsync(t["{0} moved to {1}.", "Kestrel Maps", t["Offer"]]);
        await Expect(CardsIn(page, "Offer")).ToContainTextAsync("Kestrel Maps");
    }

    [Fact]
    public async Task A_move_that_cannot_be_saved_goes_back_and_says_why()
    {
        Expects(412);
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/board");

        using var changed = await person.SendAsync(HttpMethod.Patch, $"/api/applications/{row["id"]}", new { location = "Lyon" });
        await DragAsync(page, "Kestrel Maps", "Offer");
        await Expect(Told(page)).ToContainTextAsync("It was changed elsewhere in the meantime.");
        await Expect(CardsIn(page, "Draft")).ToContainTextAsync("Kestrel Maps");
        await Expect(CardsIn(page, "Offer")).Not.ToContainTextAsync("Kestrel Maps");
        Assert.Equal("draft", await StatusAsync(person));
    }

    [Fact]
    public async Task A_folded_column_takes_a_card_counts_it_and_shows_it_when_unfolded()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/board");
        var rejected = page.GetByRole(AriaRole.Region, new() { Name = "Rejected" });

        await DragAsync(page, "Kestrel Maps", "Rejected");
        await Expect(Told(page)).ToContainTextAsync("Kestrel Maps moved to Rejected.");
        await Expect(rejected.Locator("[data-count]")).ToHaveTextAsync("1");
        await Expect(page.Locator(".card")).ToHaveCountAsync(0);

        await rejected.GetByRole(AriaRole.Button, new() { Name = "Unfold Rejected" }).ClickAsync();
        await Expect(CardsIn(page, "Rejected")).ToContainTextAsync("Kestrel Maps");
        await page.ReloadAsync();
        await Expect(CardsIn(page, "Rejected")).ToContainTextAsync("Kestrel Maps");
    }

    private static ILocator Told(IPage page) => page.Locator("#toasts");

    private static ILocator CardsIn(IPage page, string status) => page.Locator($".cards[data-status={status}]");

    private static async Task<string?> StatusAsync(TestUser person) =>
        (await person.ItemsAsync("/api/applications"))[0]["status"]?.ToString();

    /// <summary>By the mouse, in steps, as a hand does.</summary>
    private static async Task DragAsync(IPage page, string company, string status)
    {
        var from = await page.Locator(".card").Filter(new() { HasText = company }).Locator(".card-position").BoundingBoxAsync();
        var to = await CardsIn(page, status).BoundingBoxAsync();
        await page.Mouse.MoveAsync(from!.X + 10, from.Y + 5);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to!.X + 20, to.Y + 6, new() { Steps = 15 });
        await page.Mouse.MoveAsync(to.X + 24, to.Y + 6, new() { Steps = 3 });
        await page.Mouse.UpAsync();
    }
}
