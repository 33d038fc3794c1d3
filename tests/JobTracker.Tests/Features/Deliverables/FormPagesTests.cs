using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Deliverables;

/// <summary>The pages that add, insert and delete.</summary>
public sealed class FormPagesTests(SharedApp shared)
{
    private const string Add = "/deliverables/add";

    [Fact]
    public async Task Adding_begins_with_the_application_of_the_address_and_offers_open_ones_first()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Null((await PageAsync(browser, Add)).QuerySelector("select[name='Input.ApplicationId']"));

        await user.AddAsync(
            new
            {
                company = "Alder",
                position = "Closed one",
                status = "rejected",
            }
        );
        var open = await user.AddAsync(new { company = "Zephyr", position = "Open one" });
        var choices = (await PageAsync(browser, $"{Add}?application={open["id"]}")).QuerySelectorAll("select option");
        Assert.Equal(
            ["Zephyr, Open one", "Alder, Closed one"],
            choices.Select(option => option.TextContent).Where(text => text.Contains(',', StringComparison.Ordinal))
        );
        Assert.Equal(open.Text("id"), choices.First(option => option.HasAttribute("selected")).GetAttribute("value"));

        using var refused = await browser.PostAsync(Add, Fields(("Input.Title", "")), formOn: Add);
        Assert.Equal(400, (int)refused.StatusCode);
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector("#Input_ApplicationId[aria-invalid]"));
        Assert.NotNull(page.QuerySelector("#Input_Title[aria-invalid]"));
        using var added = await browser.PostAsync(
            Add,
            Fields(("Input.ApplicationId", open.Text("id")!), ("Input.Title", "Form"), ("Input.DueOn", "2027-03-01")),
            formOn: Add
        );
        var row = Assert.Single(await user.ItemsAsync(Things.Path));
        Assert.Equal($"/deliverables/{row["id"]}", added.Headers.Location?.ToString());
        Assert.Equal(("Form", "2027-03-01"), (row.Text("title"), row.Text("due_on")));
    }

    [Fact]
    public async Task The_tab_of_an_application_adds_to_it_and_keeps_what_was_typed_wrongly()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var tab = $"/applications/{application["id"]}/deliverables";
        using var refused = await browser.PostAsync(
            $"{tab}?handler=Add",
            Fields(("Input.Title", "Kept"), ("Input.DueOn", "1850-01-01")),
            tab
        );
        Assert.Equal(400, (int)refused.StatusCode);
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal("Kept", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        using var added = await browser.PostAsync($"{tab}?handler=Add", Fields(("Input.Title", "Form")), tab);
        Assert.Equal(tab, added.Headers.Location?.ToString());
        Assert.Equal(["Form"], (await PageAsync(browser, tab)).QuerySelectorAll("a.name").Select(link => link.TextContent));
    }

    [Fact]
    public async Task The_writing_is_listed_with_tags_and_first_line_searched_and_inserted_in_one_press()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var path = $"/deliverables/{row["id"]}/insert";
        Assert.Null((await PageAsync(browser, path)).QuerySelector("button[name=note]"));
        for (var n = 0; n < 6; n++)
            await shared.App.AddNoteAsync(user, "\n## Dear team\n\nnumber " + n, title: $"Letter {n}");
        var note = await shared.App.AddNoteAsync(user, "Compass roses.", title: "Roses");
        var line = (await PageAsync(browser, path)).QuerySelectorAll("#notes li").Single(each => Has(each, "Letter 3"));
        Assert.True(Has(line, "Dear team") && Has(line, "#maps · #anglais") && !Has(line, "##"));
        var button = Assert.Single((await PageAsync(browser, $"{path}?q=COMPASS")).QuerySelectorAll("button[name=note]"));
        Assert.Equal(note.ToString(), button.GetAttribute("value"));

        using var inserted = await browser.PostAsync(path, Fields(("note", note.ToString())), formOn: path);
        Assert.Equal($"/deliverables/{row["id"]}", inserted.Headers.Location?.ToString());
        Assert.Equal("Compass roses.", (await user.ReadThingAsync(row)).Text("content"));
        Assert.True(Has((await PageAsync(browser, $"/deliverables/{row["id"]}")).QuerySelector("dl.facts")!, "Roses"));
    }

    [Fact]
    public async Task A_piece_of_writing_chooses_among_the_open_deliverables()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var note = await shared.App.AddNoteAsync(user, "Maps.");
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var path = $"/deliverables/insert?note={note}";
        Assert.Null((await PageAsync(browser, path)).QuerySelector("button[name=id]"));
        await user.AddThingAsync(application, ("title", "Finished"), ("state", "done"));
        var full = await user.AddThingAsync(application, ("title", "Full"), ("content", new string('x', 50_000)));
        var row = await user.AddThingAsync(application, ("title", "Open"), ("due_on", "2026-05-01"));
        var offered = (await PageAsync(browser, path)).QuerySelectorAll("button[name=id]").Select(each => each.GetAttribute("value"));
        Assert.Equal([row.Text("id"), full.Text("id")], offered);

        using var refused = await browser.PostAsync(path, Fields(("id", full.Text("id")!)), formOn: path);
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("50000", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var inserted = await browser.PostAsync(path, Fields(("id", row.Text("id")!)), formOn: path);
        Assert.Equal($"/deliverables/{row["id"]}", inserted.Headers.Location?.ToString());
        Assert.Equal("Maps.", (await user.ReadThingAsync(row)).Text("content"));
        foreach (var none in new[] { Guid.CreateVersion7(), await shared.App.AddNoteAsync(other, "Theirs.") })
        {
            using var missing = await browser.Client.GetAsync($"/deliverables/insert?note={none}");
            Assert.Equal(404, (int)missing.StatusCode);
        }
    }

    [Fact]
    public async Task Deleting_asks_for_the_version_that_was_seen()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync(), ("content", "Text"));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var path = $"/deliverables/{row["id"]}";
        await user.PatchThingAsync(row, new { title = "Renamed" });
        using var stale = await browser.PostAsync($"{path}?handler=Delete&version=1", Fields(), formOn: path);
        Assert.Equal(412, (int)stale.StatusCode);
        using var deleted = await browser.PostAsync($"{path}?handler=Delete&version=2", Fields(), formOn: path);
        Assert.Equal("/deliverables", deleted.Headers.Location?.ToString());
        using var gone = await browser.Client.GetAsync(path);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private static async Task<IDocument> PageAsync(TestBrowser browser, string path) =>
        new HtmlParser().ParseDocument(await browser.Client.GetStringAsync(path));

    private static bool Has(IElement part, string text) => part.TextContent.Contains(text, StringComparison.Ordinal);
}
