using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

/// <summary>The board as it is without scripts, and what its scripts are answered.</summary>
public sealed class BoardTests(SharedApp shared)
{
    [Fact]
    public async Task A_move_is_a_change_of_status_dated_today()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await MoveAsync(browser, row["id"]!.ToString(), version: "1", "Screening");
        Assert.Equal((302, "/board"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
        var history = await user.ItemsAsync($"/api/applications/{row["id"]}/history");
        Assert.Equal(["draft", "screening"], history.Select(change => change.Text("to_status")));
        Assert.Contains("/history/", await browser.Client.GetStringAsync("/board"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_the_card_as_it_is_now()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await MoveAsync(browser, row["id"]!.ToString(), version: "1", "Offer");
        var card = await answer.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.StartsWith("<li class=\"card\"", card.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("data-version=\"2\"", card, StringComparison.Ordinal);
        Assert.Contains("flash", answer.Headers.GetValues("HX-Trigger").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_a_moved_card_leads_back_to_the_board_as_it_was_filtered()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await browser.PostAsync(
            "/board?handler=Move",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = row["id"]!.ToString(),
                ["version"] = "1",
                ["status"] = "Offer",
                ["back"] = "/board?q=kestrel",
            },
            formOn: "/board"
        );
        var menu = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("button[formaction]");
        Assert.NotEmpty(menu);
        Assert.All(
            menu,
            item => Assert.Contains("back=%2Fboard%3Fq%3Dkestrel&", item.GetAttribute("formaction"), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("9", 412)]
    [InlineData("1", 404)]
    public async Task A_script_is_told_in_a_sentence_why_a_move_was_not_saved(string version, int status)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        var id = status == 404 ? Guid.CreateVersion7().ToString() : row["id"]!.ToString();
        using var answer = await MoveAsync(browser, id, version, "Offer");
        Assert.Equal((status, "text/plain"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith(".", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("draft", (await user.GetAsync($"/api/applications/{row["id"]}")).Text("status"));
    }

    [Fact]
    public async Task Which_columns_are_folded_is_remembered()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("status", "rejected")));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.DoesNotContain("Kestrel Maps", await browser.Client.GetStringAsync("/board"), StringComparison.Ordinal);
        using var opened = await ColumnAsync(browser, "Rejected", "true");
        Assert.Contains("Kestrel Maps", await browser.Client.GetStringAsync("/board"), StringComparison.Ordinal);
        using var folded = await ColumnAsync(browser, "Rejected", "false");
        Assert.DoesNotContain("Kestrel Maps", await browser.Client.GetStringAsync("/board"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/board?q=%00")]
    [InlineData("/board?q=%25_%5C%27")]
    [InlineData("/board?sort=worst&favorite=perhaps")]
    [InlineData("/board?q=%F0%9F%92%A9%E2%80%AE")]
    public async Task An_address_that_makes_no_sense_shows_a_board_all_the_same(string address)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        browser.Client.DefaultRequestHeaders.Add("Cookie", "board=draft..nonsense.DRAFT.%00");
        using var answer = await browser.Client.GetAsync(address);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task It_never_leads_to_another_site()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.PostAsync(
            "/board?handler=Column&status=Draft&open=false&back=//elsewhere.example/",
            new Dictionary<string, string>(StringComparer.Ordinal),
            formOn: "/board"
        );
        Assert.Equal("/board", answer.Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> MoveAsync(TestBrowser browser, string id, string version, string status) =>
        browser.PostAsync(
            "/board?handler=Move",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id,
                ["version"] = version,
                ["status"] = status,
            },
            formOn: "/board"
        );

    private static Task<HttpResponseMessage> ColumnAsync(TestBrowser browser, string status, string open) =>
        browser.PostAsync(
            $"/board?handler=Column&status={status}&open={open}",
            new Dictionary<string, string>(StringComparer.Ordinal),
            formOn: "/board"
        );
}
