using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Writing;

public sealed class WritingPagesTests(SharedApp shared)
{
    [Fact]
    public async Task The_page_begins_with_the_bank_and_shows_how_texts_begin()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        await user.WriteAsync(("title", "Mine"), ("content", "# Heading\n\n**Bold** beginning " + new string('x', 500)));
        await user.WriteAsync(("title", "Theirs"), ("application_id", application));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);

        var bank = await ReadAsync(browser, "/writing");
        Assert.Equal("Mine", Assert.Single(bank.QuerySelectorAll(".notes .name")).TextContent);
        Assert.StartsWith("Heading Bold beginning", bank.QuerySelector(".note-beginning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync(browser, "/writing?bank=false")).QuerySelectorAll(".notes .name").Length);
        var tab = await ReadAsync(browser, $"/applications/{application}/writing");
        Assert.Equal("Theirs", Assert.Single(tab.QuerySelectorAll(".notes .name")).TextContent);
    }

    [Fact]
    public async Task An_application_that_is_gone_costs_nothing_of_what_was_written()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Title"] = "Long work",
            ["Input.Tags"] = "one, \"two, three\"",
            ["Input.Content"] = "All of it.",
            ["Input.ApplicationId"] = Guid.CreateVersion7().ToString(),
        };
        using var answer = await browser.PostAsync("/writing/add", fields, formOn: "/writing/add");
        Assert.Equal(400, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("All of it.", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Content")!).Value);
        Assert.Equal("true", page.QuerySelector("#Input_ApplicationId")!.GetAttribute("aria-invalid"));

        fields["Input.ApplicationId"] = "";
        using var saved = await browser.PostAsync("/writing/add", fields, formOn: "/writing/add");
        Assert.Equal(302, (int)saved.StatusCode);
        var row = Assert.Single(await user.ItemsAsync("/api/writing"));
        Assert.Equal(["one", "two, three"], row["tags"]!.AsArray().Select(tag => tag!.ToString()));
        var form = await ReadAsync(browser, $"/writing/{row["id"]}");
        Assert.Equal("one, \"two, three\"", form.QuerySelector("#Input_Tags")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_edit_that_comes_second_shows_both_versions()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/writing/{(await user.WriteAsync())["id"]}";
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var changed = await user.SendAsync(HttpMethod.Patch, $"/api{path}", new { content = "Stored meanwhile." });
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Version"] = "1",
            ["Input.Title"] = "Motivation",
            ["Input.Content"] = "Typed here.",
        };
        using var answer = await browser.PostAsync(path, fields, formOn: "/writing/add");
        Assert.Equal(412, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Typed here.", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Content")!).Value);
        Assert.Contains("Stored meanwhile.", page.QuerySelector("[aria-labelledby=stored]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("#Version")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_text_of_the_bank_is_taken_over_as_a_copy_and_a_copy_stands_beside_its_original()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var note = (await user.WriteAsync()).Text("id");
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        using var taken = await browser.PostAsync($"/writing?handler=Take&id={note}&into={application}", none, formOn: "/writing/add");
        Assert.Equal($"/applications/{application}/writing", taken.Headers.Location?.ToString());
        using var doubled = await browser.PostAsync($"/writing/{note}?handler=Duplicate", none, formOn: "/writing/add");
        Assert.Equal(302, (int)doubled.StatusCode);
        Assert.Equal(["Motivation"], await user.TitlesAsync($"?application_id={application}"));
        Assert.Equal(["Motivation (copy)", "Motivation"], await user.TitlesAsync("?bank=true"));
    }

    [Fact]
    public async Task The_preview_is_for_people_who_are_signed_in_and_came_from_a_page_of_this_site()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = "**x** <script>alert(1)</script>" };
        using var answer = await browser.PostAsync("/markdown/preview", fields, formOn: "/writing/add");
        Assert.Equal("<p><strong>x</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>", (await answer.Content.ReadAsStringAsync()).Trim());

        fields["text"] = new string('x', 50_001);
        using var tooLong = await browser.PostAsync("/markdown/preview", fields, formOn: "/writing/add");
        Assert.Equal(400, (int)tooLong.StatusCode);
        using var form = new FormUrlEncodedContent(fields);
        using var withoutToken = await browser.Client.PostAsync("/markdown/preview", form);
        Assert.Equal(400, (int)withoutToken.StatusCode);
        using var stranger = shared.App.CreateClient();
        using var again = new FormUrlEncodedContent(fields);
        using var signedOut = await stranger.PostAsync("/markdown/preview", again);
        Assert.Equal(302, (int)signedOut.StatusCode);
        using var opened = await browser.Client.GetAsync("/markdown/preview");
        Assert.Equal(404, (int)opened.StatusCode);
    }

    private static async Task<IHtmlDocument> ReadAsync(TestBrowser browser, string path) =>
        new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(path));
}
