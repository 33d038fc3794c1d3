using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Deliverables;

/// <summary>The pages as they come without scripts, and what they answer to htmx.</summary>
public sealed class PagesTests(SharedApp shared)
{
    private static readonly Dictionary<string, string> NoFields = new(StringComparer.Ordinal);

    [Fact]
    public async Task The_list_is_grouped_by_the_days_of_where_the_person_lives()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        // Already Tuesday there, still Monday in UTC.
        app.Clock.MoveTo(new DateTimeOffset(2027, 3, 1, 20, 0, 0, TimeSpan.Zero));
        await app.ExecuteAsync($"update user_accounts set time_zone = 'Asia/Tokyo' where user_id = {user.Id}");
        using var here = await user.SignInAgainAsync(app);
        var application = await here.AddAsync();
        foreach (var day in new[] { "2027-03-01", "2027-03-02", "2027-03-03", "2027-03-09", "2027-03-10", null })
            await here.AddThingAsync(application, ("title", $"due {day ?? "never"}"), ("due_on", day));
        await here.AddThingAsync(application, ("title", "finished"), ("state", "done"), ("due_on", "2027-02-01"));
        using var browser = await TestBrowser.SignInAsync(app, user);
        var page = await PageAsync(browser, "/deliverables");
        Assert.Equal(
            [
                "Overdue: due 2027-03-01",
                "Today: due 2027-03-02",
                "Next 7 days: due 2027-03-03, due 2027-03-09",
                "Later: due 2027-03-10",
                "No date: due never",
            ],
            page.QuerySelectorAll(".ledger > section").Select(part => $"{Words(part.QuerySelector("h2")!)}: {Titles(part)}")
        );
        Assert.Equal("finished", Titles(page.QuerySelector("details.shut")!));
        Assert.Equal("6 open, 1 overdue", Words(page.QuerySelector("#deliverables-count")!));
        Assert.Equal("6", Words(page.QuerySelector("#count-deliverables")!));
    }

    [Fact]
    public async Task A_box_finishes_leads_back_to_the_same_list_and_can_be_undone()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync(), ("state", "in_progress"), ("kind", "form"));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = await PageAsync(browser, "/deliverables?kind=form");
        using var ticked = await PostAsync(browser, BoxOf(page, row).GetAttribute("formaction")!);
        Assert.Equal((302, "/deliverables?kind=form"), ((int)ticked.StatusCode, ticked.Headers.Location?.ToString()));
        Assert.Equal("done", (await user.ReadThingAsync(row)).Text("state"));

        page = await PageAsync(browser, "/deliverables?kind=form");
        Assert.Equal("true", BoxOf(page, row).GetAttribute("aria-checked"));
        Assert.Contains("Cover letter is done.", Words(page.QuerySelector(".toast")!), StringComparison.Ordinal);
        using var undone = await PostAsync(browser, page.QuerySelector(".toast form")!.GetAttribute("action")!);
        Assert.Equal(302, (int)undone.StatusCode);
        var after = await user.ReadThingAsync(row);
        Assert.Equal(("in_progress", null), (after.Text("state"), after.Text("completed_at")));
    }

    [Theory]
    [InlineData("/deliverables")]
    [InlineData("/applications/{0}/deliverables")]
    public async Task To_htmx_the_answer_is_the_page_with_the_line_in_it_and_the_message_in_a_header(string pattern)
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddThingAsync(application);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        var box = BoxOf(await PageAsync(browser, pattern.Replace("{0}", application.Text("id"), StringComparison.Ordinal)), row);
        using var answer = await PostAsync(browser, box.GetAttribute("hx-post")!);
        Assert.Equal(200, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("true", BoxOf(page, row).GetAttribute("aria-checked"));
        Assert.Equal("0", Words(page.QuerySelector("#count-deliverables")!));
        Assert.Contains("Cover letter is done.", Assert.Single(answer.Headers.GetValues("HX-Trigger")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sidebar_says_how_many_are_late_until_they_are_done()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync(), ("due_on", "2026-01-05"));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Equal("1 late", Words((await PageAsync(browser, "/settings")).QuerySelector("#late-deliverables")!));
        await user.PatchThingAsync(row, new { state = "done" });
        Assert.Equal("", Words((await PageAsync(browser, "/settings")).QuerySelector("#late-deliverables")!));
    }

    [Fact]
    public async Task Filters_that_mean_nothing_show_the_whole_list()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddThingAsync(await user.AddAsync());
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        foreach (var query in new[] { "kind=pigeon", "application=7" })
        {
            using var answer = await browser.Client.GetAsync($"/deliverables?{query}");
            Assert.Equal("/deliverables", answer.Headers.Location?.ToString());
        }
        Assert.Empty((await PageAsync(browser, "/deliverables?kind=essay")).QuerySelectorAll(".todo"));
        Assert.Single((await PageAsync(browser, "/deliverables?kind=other")).QuerySelectorAll(".todo"));
    }

    [Fact]
    public async Task A_tick_that_says_nothing_changes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        foreach (var to in new[] { "", "&to=perhaps" })
        {
            using var answer = await PostAsync(browser, $"/deliverables?handler=State&id={row["id"]}{to}");
            Assert.Equal(400, (int)answer.StatusCode);
        }
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
    }

    [Fact]
    public async Task Two_edits_at_once_end_in_a_page_that_shows_both()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync(), ("content", "Mine"));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Version"] = "1",
            ["Input.Title"] = "Cover letter",
            ["Input.Kind"] = "Form",
            ["Input.State"] = "InProgress",
            ["Input.Content"] = "Typed here",
        };
        await user.PatchThingAsync(row, new { content = "Stored elsewhere" });
        var path = $"/deliverables/{row["id"]}";
        using var stale = await browser.PostAsync(path, form, formOn: path);
        Assert.Equal(412, (int)stale.StatusCode);
        var page = new HtmlParser().ParseDocument(await stale.Content.ReadAsStringAsync());
        Assert.Equal("Typed here", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("Stored elsewhere", Words(page.QuerySelector(".prose")!));
        Assert.Equal("2", page.QuerySelector("input[name=Version]")!.GetAttribute("value"));

        form["Version"] = "2";
        using var saved = await browser.PostAsync(path, form, formOn: path);
        Assert.Equal(302, (int)saved.StatusCode);
        var after = await user.ReadThingAsync(row);
        Assert.Equal(("Typed here", "form", "in_progress"), (after.Text("content"), after.Text("kind"), after.Text("state")));
    }

    private static Task<HttpResponseMessage> PostAsync(TestBrowser browser, string path) =>
        browser.PostAsync(path, NoFields, formOn: "/applications/add");

    private static async Task<IDocument> PageAsync(TestBrowser browser, string path) =>
        new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(path));

    private static IElement BoxOf(IDocument page, JsonNode row) => page.QuerySelector($"#tick-{row["id"]}")!;

    private static string Titles(IElement part) => string.Join(", ", part.QuerySelectorAll("a.name").Select(Words));

    private static string Words(IElement part) =>
        string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
