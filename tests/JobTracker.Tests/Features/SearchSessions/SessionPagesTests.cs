using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.SearchSessions;

/// <summary>The pages without scripts.</summary>
public sealed class SessionPagesTests(SharedApp shared)
{
    [Fact]
    public async Task A_session_is_filled_finished_and_found_again()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.NotNull((await ReadAsync(browser, "/session")).QuerySelector("#entries .empty"));
        for (var n = 1; n <= 8; n++)
        {
            using var sent = await PostAsync(browser, "/session", ("Input.Company", $"Company {n}"), ("Input.Mission", "Stage"));
            Assert.Equal(("/session", 302), (sent.Headers.Location?.ToString(), (int)sent.StatusCode));
        }
        var page = await ReadAsync(browser, "/session");
        Assert.Equal(6, page.QuerySelectorAll("#entries tbody tr").Length);
        Assert.Equal("Company 8", page.QuerySelector("#entries .name")!.TextContent);
        Assert.Equal("8 sent", page.QuerySelector("#figures")!.GetAttribute("data-said"));
        Assert.Matches("^00:0[0-9]:[0-9]{2}$", page.QuerySelector("[data-clock]")!.TextContent);
        Assert.Contains("6 of 8 shown", page.QuerySelector(".session-foot")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, (await ReadAsync(browser, "/session?all=true")).QuerySelectorAll("#entries tbody tr").Length);

        var session = (await user.CurrentAsync())["id"];
        var choice = await ReadAsync(browser, $"/session/{session}/finish");
        var boxes = choice.QuerySelectorAll("input[name=Chosen]").Cast<IHtmlInputElement>().ToList();
        Assert.Equal(8, boxes.Count);
        using var finished = await PostAsync(browser, $"/session/{session}/finish", ("Chosen", boxes[0].Value), ("Chosen", boxes[7].Value));
        Assert.Equal($"/session/{session}", finished.Headers.Location?.ToString());
        Assert.Equal(
            ["Company 1", "Company 8"],
            (await user.ItemsAsync("/api/applications")).Select(row => row.Text("company")).Order(StringComparer.Ordinal)
        );
        Assert.Equal(2, (await ReadAsync(browser, $"/session/{session}")).QuerySelectorAll(".session-added").Length);
        var list = await ReadAsync(browser, "/session");
        Assert.NotNull(list.QuerySelector($"a[href='/session/{session}']"));
        using var file = await browser.Client.GetAsync($"/session/{session}?handler=Csv");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_line_with_mistakes_comes_back_with_what_was_typed()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await PostAsync(browser, "/session", ("Input.Company", "Kestrel"), ("Input.Link", "data:text/html,x"));
        Assert.Equal(400, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Kestrel", page.QuerySelector("#Input_Company")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#Input_Mission")!.GetAttribute("aria-invalid"));
        Assert.Equal("data:text/html,x", page.QuerySelector("#Input_Link")!.GetAttribute("value"));
    }

    [Fact]
    public async Task At_the_limit_the_page_names_what_was_added_and_what_stays()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"));
        using var user = await app.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(app, user);
        var first = await user.SubmitAsync("First");
        var second = await user.SubmitAsync("Second");
        var path = $"/session/{first["session_id"]}/finish";
        using var answer = await PostAsync(browser, path, ("Chosen", first.Text("entry_id")!), ("Chosen", second.Text("entry_id")!));
        Assert.Equal(200, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["First", "Second"], page.QuerySelectorAll("[role=alert] dd").Select(names => names.TextContent));
        var box = (IHtmlInputElement)Assert.Single(page.QuerySelectorAll("input[name=Chosen]"));
        Assert.Equal((second.Text("entry_id"), true), (box.Value, box.IsChecked));
        Assert.Contains("0 places left", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_an_application_already_is_marked()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        await user.AddAsync(new { company = "COBALT Foundry", position = "data engineer" });
        await user.AddAsync(
            new
            {
                company = "Elsewhere",
                position = "Other",
                link = "https://www.example.com/9?utm_source=x",
            }
        );
        var session = (await user.SubmitAsync())["session_id"];
        await user.SubmitAsync("By its link", "https://example.com/9/");
        await user.SubmitAsync("New");
        var page = await ReadAsync(browser, $"/session/{session}/finish");
        Assert.Equal(
            ["You have this one already", "You have this one already", ""],
            page.QuerySelectorAll("tbody .cell-known").Select(cell => cell.TextContent.Trim())
        );
    }

    [Fact]
    public async Task An_entry_is_edited_and_deleted_on_pages_of_their_own()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var entry = await user.SubmitAsync();
        var path = $"/session/{entry["session_id"]}/entries/{entry["entry_id"]}";
        Assert.Equal("Cobalt Foundry", (await ReadAsync(browser, path)).QuerySelector("#Edited_Company")!.GetAttribute("value"));
        (string, string)[] fields = [("Version", "1"), ("Edited.Company", "Changed"), ("Edited.Mission", "Stage"), ("Edited.Link", "")];
        using var saved = await PostAsync(browser, path, fields);
        Assert.Equal(302, (int)saved.StatusCode);
        using var stale = await PostAsync(browser, path, fields);
        Assert.Equal(412, (int)stale.StatusCode);

        var ask = await ReadAsync(browser, $"{path}/delete");
        Assert.Contains("Changed, Stage", ask.QuerySelector(".session-ask")!.TextContent, StringComparison.Ordinal);
        using var deleted = await PostAsync(browser, ask.QuerySelector(".session-ask")!.GetAttribute("action")!);
        Assert.Equal(302, (int)deleted.StatusCode);
        Assert.Empty((await user.CurrentAsync())["entries"]!.AsArray());
        Assert.Contains("No entry left", (await ReadAsync(browser, "/session")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/session?cursor=nonsense")]
    [InlineData("/session?all=perhaps")]
    public async Task An_address_that_means_nothing_leads_to_the_page(string path)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync(path);
        Assert.Equal("/session", answer.Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> PostAsync(TestBrowser browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))], formOn: "/session");

    private static async Task<IHtmlDocument> ReadAsync(TestBrowser browser, string path) =>
        new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(path));
}
