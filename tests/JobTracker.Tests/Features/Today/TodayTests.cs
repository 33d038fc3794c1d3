using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;

namespace JobTracker.Tests.Features.Today;

public sealed class TodayTests(SharedApp shared)
{
    private DateOnly Day => shared.App.Clock.Today(Calendar.DefaultZone);

    [Fact]
    public async Task Deadlines_of_drafts_show_from_a_week_before_and_stay_when_they_are_missed()
    {
        using var user = await shared.App.RegisterAsync();
        await AddAsync(user, "Missed", ("due_on", Facts.Day(Day.AddDays(-3))));
        await AddAsync(user, "In a week", ("due_on", Facts.Day(Day.AddDays(7))));
        await AddAsync(user, "Too far", ("due_on", Facts.Day(Day.AddDays(8))));
        await AddAsync(user, "Sent already", ("due_on", Facts.Day(Day)), ("status", "applied"));
        var page = await ReadAsync(user);
        Assert.Equal(["Missed"], Names(page, "late"));
        Assert.Equal(["In a week"], Names(page, "near"));
    }

    [Fact]
    public async Task An_offer_is_due_by_a_deadline_that_was_set_for_it_and_not_by_the_one_to_apply()
    {
        using var user = await shared.App.RegisterAsync();
        await AddAsync(user, "Old deadline", ("status", "offer"), ("due_on", Facts.Day(Day.AddDays(-30))));
        await AddAsync(user, "Waits for an answer", ("status", "offer"), ("due_on", Facts.Day(Day.AddDays(2))));
        Assert.Equal(["Waits for an answer"], Names(await ReadAsync(user), "near"));
    }

    [Fact]
    public async Task An_application_without_an_answer_comes_up_after_the_persons_days_until_it_is_settled()
    {
        using var user = await shared.App.RegisterAsync();
        var silent = await AddAsync(user, "Silent", ("status", "applied"), ("applied_on", Facts.Day(Day.AddDays(-10))));
        await AddAsync(user, "Too early", ("status", "applied"), ("applied_on", Facts.Day(Day.AddDays(-9))));
        await AddAsync(user, "Answered", ("status", "rejected"), ("applied_on", Facts.Day(Day.AddDays(-90))));
        Assert.Equal(["Silent"], Names(await ReadAsync(user), "follow-up"));

        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var done = await browser.PostAsync($"/today?handler=FollowUp&id={silent}&version=1", None, formOn: "/applications/add");
        Assert.Equal(302, (int)done.StatusCode);
        Assert.Empty(Names(await ReadAsync(user), "follow-up"));
        Assert.Equal(Facts.Day(Day), (await user.GetAsync($"/api/applications/{silent}")).Text("last_follow_up_on"));
    }

    [Fact]
    public async Task One_line_adds_an_application()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await QuickAddAsync(user, "Kestrel Maps, Engineer, Lyon, https://kestrel.example/1");
        Assert.Equal((302, "/"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
        var row = Assert.Single(await user.ItemsAsync("/api/applications"));
        Assert.Equal(
            ("Kestrel Maps", "Engineer", "Lyon", "https://kestrel.example/1", "draft"),
            (row.Text("company"), row.Text("position"), row.Text("location"), row.Text("link"), row.Text("status"))
        );
    }

    [Theory]
    [InlineData("only a company")]
    [InlineData("Kestrel, Engineer, https://")]
    public async Task A_line_that_cannot_be_taken_stays_with_a_reason(string line)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await QuickAddAsync(user, line);
        var page = await ParseAsync(answer);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("true", page.QuerySelector("input[name=line]")?.GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.GetElementById("line-error")!.TextContent.Trim());
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task When_all_places_are_taken_the_line_stays_and_says_so()
    {
        using var user = await shared.App.RegisterAsync();
        await shared.App.ExecuteAsync($"update user_accounts set applications_max = 1 where user_id = {user.Id}");
        await user.AddAsync();
        using var answer = await QuickAddAsync(user, "Kestrel Maps, Engineer");
        var page = await ParseAsync(answer);
        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal("Kestrel Maps, Engineer", page.QuerySelector("input[name=line]")?.GetAttribute("value"));
        Assert.Contains("1 of 1", page.GetElementById("line-error")!.TextContent, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> None = [];

    private async Task<HttpResponseMessage> QuickAddAsync(TestUser user, string line)
    {
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        return await browser.PostAsync(
            "/today?handler=Add",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["line"] = line },
            formOn: "/applications/add"
        );
    }

    private static async Task<string> AddAsync(TestUser user, string company, params (string, System.Text.Json.Nodes.JsonNode?)[] fields) =>
        (await user.AddAsync(Facts.Of([.. fields, ("company", company)])))["id"]!.ToString();

    private async Task<IHtmlDocument> ReadAsync(TestUser user)
    {
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync("/");
        return await ParseAsync(answer);
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>The companies in the part with that heading.</summary>
    private static IEnumerable<string> Names(IHtmlDocument page, string heading) =>
        page.GetElementById(heading)?.Closest("section")!.QuerySelectorAll(".lines > li").Select(NameIn) ?? [];

    private static string NameIn(IElement line) =>
        (line.QuerySelector(".meta.clip") ?? line.QuerySelector(".name"))!.TextContent.Split('·')[0].Trim();
}
