using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class PreparePageTests(SharedApp shared)
{
    [Fact]
    public async Task Everything_about_the_application_is_on_one_page()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var application = await user.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                status = "applied",
                comment = "They ask for a **portfolio**.",
                posting = "Maps that sailors trust.",
            }
        );
        var other = await user.AddAsync();
        await WriteAsync(user, application, "Pitch", "I build _maps_.", "CV in English");
        await WriteAsync(user, other, "Elsewhere", "Not this one.", "Not this either");
        var row = await user.AddRoundAsync(
            shared.App,
            application,
            TimeSpan.FromDays(2) + TimeSpan.FromHours(4.5),
            ("type", "technical"),
            ("interviewer", "Hannah Whitlock"),
            ("comment", "Ask about **tiles**."),
            ("location", "https://meet.example/1")
        );

        var page = await browser.SeeAsync($"/interviews/{row["id"]}");
        var text = page.QuerySelector("main").Words();
        foreach (
            var expected in new[]
            {
                "Technical interview",
                "In 2 days, 4 h",
                "Hannah Whitlock",
                "Ask about tiles.",
                "Maps that sailors trust.",
                "They ask for a portfolio.",
                "Pitch",
                "I build maps.",
                "CV in English",
                "Applied",
            }
        )
            Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not this", text, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#debrief-title"));
        Assert.All(
            page.QuerySelectorAll("main a[href='https://meet.example/1']"),
            link => Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"))
        );
        Assert.NotNull(page.QuerySelector("textarea[name='Input.Comment'][data-markdown]"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("12 Bridge Street")]
    [InlineData("https://meet.example/1 at noon")]
    public async Task A_place_that_is_no_web_address_is_text(string location)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var row = await user.AddRoundAsync(shared.App, await user.AddAsync(), TimeSpan.FromDays(1), ("location", location));
        var page = await browser.SeeAsync($"/interviews/{row["id"]}");
        Assert.Contains(location, page.QuerySelector(".ticket").Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".ticket a"));
    }

    [Fact]
    public async Task Preparation_and_debrief_are_written_on_the_page_and_a_debrief_completes()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var row = await user.AddRoundAsync(shared.App, await user.AddAsync(), TimeSpan.FromHours(-2));
        var path = $"/interviews/{row["id"]}";
        Assert.Contains("How did it go?", (await browser.SeeAsync(path)).QuerySelector("#debrief-title").Words(), StringComparison.Ordinal);

        await browser.DoAsync($"{path}?handler=Preparation", path, ("Input.Comment", "Ask about *tiles*."), ("Version", "1"));
        var page = await browser.DoAsync($"{path}?handler=Debrief", path, ("Input.Debrief", "Went **well**."), ("Version", "2"));
        Assert.Equal("well", page.QuerySelector(".prose strong").Words());
        var stored = await user.GetAsync($"{Rounds.Path}/{row["id"]}");
        Assert.Equal(
            ("Ask about *tiles*.", "Went **well**.", "completed"),
            (stored.Text("comment"), stored.Text("debrief"), stored.Text("status"))
        );
    }

    [Theory]
    [InlineData("Preparation", "Comment")]
    [InlineData("Debrief", "Debrief")]
    public async Task Two_edits_at_once_keep_what_was_typed_beside_what_is_stored(string handler, string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var row = await user.AddRoundAsync(shared.App, await user.AddAsync(), TimeSpan.FromHours(-2), ("status", "completed"));
        var path = $"/interviews/{row["id"]}";
        using var newer = await user.SendAsync(HttpMethod.Patch, $"/api{path}", new JsonObject { [field.ToLowerInvariant()] = "Theirs." });
        await newer.ReadAsync(200);

        using var stale = await browser.SendAsync($"{path}?handler={handler}", path, ($"Input.{field}", "Mine."), ("Version", "1"));
        var page = await stale.SeenAsync(412);
        var form = page.QuerySelector($"textarea[name='Input.{field}']")!.Closest("form")!;
        Assert.Equal("Mine.", form.QuerySelector("textarea").Words());
        Assert.Contains("Theirs.", form.Words(), StringComparison.Ordinal);
        Assert.Equal("Theirs.", (await user.GetAsync($"/api{path}")).Text(field.ToLowerInvariant()));

        var version = form.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        await browser.DoAsync($"{path}?handler={handler}", path, ($"Input.{field}", "Mine."), ("Version", version));
        Assert.Equal("Mine.", (await user.GetAsync($"/api{path}")).Text(field.ToLowerInvariant()));
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_and_stays_in_its_box()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var row = await user.AddRoundAsync(shared.App, await user.AddAsync(), TimeSpan.FromHours(2));
        var path = $"/interviews/{row["id"]}";
        using var answer = await browser.SendAsync($"{path}?handler=Preparation", path, ("Input.Comment", new string('x', 10_001)));
        var page = await answer.SeenAsync(400);
        Assert.Equal(["Comment"], page.WrongFields());
        Assert.Equal(10_001, page.QuerySelector("textarea[name='Input.Comment']").Words().Length);
        Assert.Null((await user.GetAsync($"/api{path}"))["comment"]);
    }

    [Theory]
    [InlineData("Completed", "completed")]
    [InlineData("Cancelled", "cancelled")]
    public async Task It_is_completed_or_cancelled_with_one_button_and_undone_with_another(string to, string stored)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var row = await user.AddRoundAsync(shared.App, await user.AddAsync(), TimeSpan.FromHours(-2));
        var path = $"/interviews/{row["id"]}";
        var page = await browser.DoAsync($"{path}?handler=Status", path, ("to", to), ("Version", "1"));
        Assert.Equal(stored, (await user.GetAsync($"/api{path}")).Text("status"));
        var undo = page.QuerySelector("#toasts form")!.GetAttribute("action")!;
        await browser.DoAsync(undo, path);
        Assert.Equal("planned", (await user.GetAsync($"/api{path}")).Text("status"));
        using var stale = await browser.SendAsync($"{path}?handler=Status", path, ("to", to), ("Version", "1"));
        Assert.Equal(412, (int)stale.StatusCode);
    }

    [Fact]
    public async Task Deleting_leads_back_to_the_rounds_of_the_application()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var application = await user.AddAsync();
        var row = await user.AddRoundAsync(Rounds.Of(application));
        var path = $"/interviews/{row["id"]}";
        using (var stale = await browser.SendAsync($"{path}?handler=Delete", path, ("Version", "7")))
            Assert.Equal(412, (int)stale.StatusCode);
        var page = await browser.DoAsync($"{path}?handler=Delete", path, ("Version", "1"));
        Assert.Contains("Add the first round", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        await browser.SeeAsync(path, 404);
    }

    /// <summary>Writing and deliverables, past their features: this page only reads them.</summary>
    private async Task WriteAsync(TestUser user, JsonNode application, string title, string content, string paper)
    {
        var (id, note, deliverable) = (Guid.Parse(application.Text("id")!), Guid.CreateVersion7(), Guid.CreateVersion7());
        await shared.App.ExecuteAsync(
            $"""
            insert into writing_notes (user_id, id, application_id, title, tags, content, search_text, created_at, updated_at, version)
            values ({user.Id}, {note}, {id}, {title}, array[]::text[], {content}, '', now(), now(), 1)
            """
        );
        await shared.App.ExecuteAsync(
            $"""
            insert into deliverables (user_id, id, application_id, title, kind, state, search_text, created_at, updated_at, version)
            values ({user.Id}, {deliverable}, {id}, {paper}, 'resume', 'in_progress', '', now(), now(), 1)
            """
        );
    }
}
