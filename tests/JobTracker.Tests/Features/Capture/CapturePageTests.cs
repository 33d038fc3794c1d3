using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Capture;

/// <summary>The form for a new application, filled from elsewhere.</summary>
public sealed class CapturePageTests(SharedApp shared)
{
    private const string Posting = "Cartographe (F/H)\nEntreprise : Atelier\nLieu : Rennes\nCandidature avant le 03/04/2027";

    [Fact]
    public async Task What_is_pasted_fills_the_empty_fields_and_saves_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Company"] = "As I typed it",
            ["Input.Status"] = "Draft",
            ["Input.Comment"] = "Mine",
            ["Pasted"] = Posting,
        };
        using var answer = await browser.PostAsync("/applications/add?handler=Fill", fields, formOn: "/applications/add");
        Assert.Equal(200, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("As I typed it", page.QuerySelector("#Input_Company")!.GetAttribute("value"));
        Assert.Equal("Cartographe", page.QuerySelector("#Input_Position")!.GetAttribute("value"));
        Assert.Equal("Rennes", page.QuerySelector("#Input_Location")!.GetAttribute("value"));
        Assert.Equal("2027-04-03", page.QuerySelector("#Input_DueOn")!.GetAttribute("value"));
        Assert.Equal("Mine", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Comment")!).Value);
        Assert.Equal(Posting, ((IHtmlTextAreaElement)page.QuerySelector("#Input_Posting")!).Value);
        Assert.Equal("", ((IHtmlTextAreaElement)page.QuerySelector("#Pasted")!).Value);
        Assert.Equal("Filled in: Position, Place, Deadline, Posting.", page.QuerySelector("#filled strong")!.TextContent);
        Assert.Contains(
            "Input_Position-unsure",
            page.QuerySelector("#Input_Position")!.GetAttribute("aria-describedby")!,
            StringComparison.Ordinal
        );
        Assert.Equal("Check this", page.QuerySelector("#Input_DueOn-unsure")!.TextContent);
        Assert.Null(page.QuerySelector("#Input_Location-unsure"));
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task An_address_fills_the_form_and_shows_what_it_may_repeat_and_changes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Other",
                link = "https://kestrel.example/7",
            }
        );
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = await ReadAsync(
            browser,
            "/applications/add?link=https%3A%2F%2Fkestrel.example%2F7%3Futm_source%3Dx&title=Tile%20engineer%20-%20Kestrel%20Maps&text=Location%3A%20Leeds"
        );
        Assert.Equal("https://kestrel.example/7?utm_source=x", page.QuerySelector("#Input_Link")!.GetAttribute("value"));
        Assert.Equal("Tile engineer", page.QuerySelector("#Input_Position")!.GetAttribute("value"));
        Assert.Equal("Leeds", page.QuerySelector("#Input_Location")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#duplicates .note"));
        Assert.Single(await user.ItemsAsync("/api/applications"));
    }

    [Theory]
    [InlineData("link=javascript:alert(1)")]
    [InlineData("link=data:text/html,x&title=&text=")]
    [InlineData("link=//evil.example")]
    public async Task A_link_that_is_none_is_ignored(string query)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = await ReadAsync(browser, $"/applications/add?{query}");
        Assert.True(string.IsNullOrEmpty(page.QuerySelector("#Input_Link")!.GetAttribute("value")));
        Assert.Equal("Nothing was filled in.", page.QuerySelector("#filled strong")!.TextContent);
    }

    [Fact]
    public async Task A_shared_text_that_holds_the_address_gives_the_link()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = await ReadAsync(browser, "/applications/add?title=Cartographer&text=https%3A%2F%2Fjobs.example%2F9");
        Assert.Equal("https://jobs.example/9", page.QuerySelector("#Input_Link")!.GetAttribute("value"));
        Assert.Equal("Cartographer", page.QuerySelector("#Input_Position")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Scripts_in_what_was_pasted_stay_words()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Pasted"] = "Company: \"><script>alert(1)</script>\nLocation: <img src=x onerror=alert(1)>Leeds",
        };
        using var answer = await browser.PostAsync("/applications/add?handler=Fill", fields, formOn: "/applications/add");
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type])"));
        Assert.Empty(page.QuerySelectorAll("img[onerror]"));
    }

    private static async Task<IHtmlDocument> ReadAsync(TestBrowser browser, string path) =>
        new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(path));
}
