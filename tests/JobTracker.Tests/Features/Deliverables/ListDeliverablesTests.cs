using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Deliverables;

public sealed class ListDeliverablesTests(SharedApp shared)
{
    [Fact]
    public async Task All_applications_by_due_day_with_those_without_one_last()
    {
        using var user = await shared.App.RegisterAsync();
        var (one, two) = (await user.AddAsync(), await user.AddAsync());
        await user.AddThingAsync(one, ("title", "C"), ("due_on", "2026-05-03"));
        await user.AddThingAsync(one, ("title", "none"));
        await user.AddThingAsync(two, ("title", "A"), ("due_on", "2026-05-01"), ("state", "done"));
        await user.AddThingAsync(two, ("title", "last"), ("due_on", "2100-12-31"));
        await user.AddThingAsync(two, ("title", "C2"), ("due_on", "2026-05-03"));
        Assert.Equal("A C C2 last none", await TitlesAsync(user, ""));
        Assert.Equal("C none", await TitlesAsync(user, $"application_id={one["id"]}"));
    }

    [Fact]
    public async Task Lists_leave_the_text_out_and_have_everything_else()
    {
        using var user = await shared.App.RegisterAsync();
        var row = (
            await user.AddThingAsync(await user.AddAsync(), ("content", "Long text"), ("due_on", "2026-05-03"), ("kind", "form"))
        ).AsObject();
        row.Remove("content");
        Assert.Equal(row.ToJsonString(), Assert.Single(await user.ItemsAsync(Things.Path)).ToJsonString());
    }

    [Theory]
    [InlineData("state=done", "done")]
    [InlineData("state=not_started", "first none")]
    [InlineData("state=not_started&state=in_progress", "first going none")]
    [InlineData("due_before=2026-05-03", "first")]
    [InlineData("due_after=2026-05-01", "going done")]
    [InlineData("due_after=2026-05-01&due_before=2026-05-04", "going")]
    [InlineData("due_after=2026-05-03&due_before=2026-05-03", "")]
    [InlineData("due_before=2026-06-01&state=done", "done")]
    public async Task Filters_narrow_it_and_the_days_themselves_are_out(string query, string titles)
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        await user.AddThingAsync(application, ("title", "none"));
        await user.AddThingAsync(application, ("title", "first"), ("due_on", "2026-05-01"));
        await user.AddThingAsync(application, ("title", "going"), ("due_on", "2026-05-03"), ("state", "in_progress"));
        await user.AddThingAsync(application, ("title", "done"), ("due_on", "2026-05-05"), ("state", "done"));
        Assert.Equal(titles, await TitlesAsync(user, query));
        var count = (await user.GetAsync($"{Things.Path}?count=true&limit=1&{query}"))["total"]!.GetValue<int>();
        Assert.Equal(titles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, count);
    }

    [Fact]
    public async Task Page_after_page_reads_every_row_once_even_while_others_are_added()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        for (var n = 0; n < 23; n++)
            await user.AddThingAsync(application, ("due_on", DayOf(n)));
        var whole = (await user.ItemsAsync($"{Things.Path}?limit=100")).Select(row => row.Text("id")).ToList();

        var walked = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await user.GetAsync($"{Things.Path}?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            walked.AddRange(page["items"]!.AsArray().Select(row => row!.Text("id")));
            cursor = page.Text("next_cursor");
            if (walked.Count < 20)
                await user.AddThingAsync(application, ("due_on", "2026-03-01"));
        } while (cursor is not null);
        Assert.Equal(walked.Count, walked.Distinct().Count());
        Assert.Equal(whole, walked.Where(whole.Contains));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("state=open", "state")]
    [InlineData("due_before=1800-01-01", "due_before")]
    [InlineData("due_after=soon", "due_after")]
    [InlineData("application_id=7", "application_id")]
    [InlineData("count=perhaps", "count")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=bnVsbA", "cursor")]
    public async Task What_means_nothing_is_refused_by_its_name(string query, string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.GetAsync($"{Things.Path}?{query}");
        await answer.RefusesAsync(field);
    }

    [Theory]
    [InlineData("due_on", "2026-02-30", false)]
    [InlineData("due_on desc", "2026-05-01", false)]
    [InlineData("due_on", "0001-01-01", true)]
    [InlineData("due_on", "9999-12-31", true)]
    public async Task A_forged_cursor_shows_ones_own_rows_at_most(string sort, string key, bool works)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddThingAsync(await user.AddAsync(), ("due_on", "2026-05-01"));
        var cursor = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($$"""{"Sort":"{{sort}}","Key":"{{key}}","Id":"018f3b3e-0000-7000-8000-000000000000"}""")
        );
        using var answer = await user.Client.GetAsync($"{Things.Path}?cursor={cursor}");
        if (works)
            Assert.InRange((await answer.ReadAsync(200))["items"]!.AsArray().Count, 0, 1);
        else
            await answer.RefusesAsync("cursor");
    }

    [Fact]
    public async Task Everybody_sees_only_what_is_theirs()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        await user.AddThingAsync(application);
        Assert.Empty(await other.ItemsAsync(Things.Path));
        Assert.Empty(await other.ItemsAsync($"{Things.Path}?application_id={application["id"]}"));
        using var visitor = shared.App.CreateClient();
        using var answer = await visitor.GetAsync(Things.Path);
        await answer.ProblemAsync(401, "unauthenticated");
    }

    private static async Task<string> TitlesAsync(TestUser user, string query) =>
        string.Join(' ', (await user.ItemsAsync($"{Things.Path}?{query}")).Select(row => row.Text("title")));

    /// <summary>Many equal days and some empty ones, in no order.</summary>
    private static JsonNode? DayOf(int n) => n % 4 == 0 ? null : new DateOnly(2026, 3, 1).AddDays(n * 13 % 7).ToString("O", null);
}
