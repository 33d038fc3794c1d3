using System.Globalization;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class ListInterviewsTests(SharedApp shared)
{
    [Fact]
    public async Task The_list_goes_by_start_and_leaves_the_long_texts_out()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        foreach (var hour in new[] { 12, 8, 16, 9 })
            await user.AddRoundAsync(At(application, hour, ("comment", "long"), ("debrief", "longer")));
        var rows = await user.ItemsAsync(Rounds.Path);
        Assert.Equal(["08", "09", "12", "16"], rows.Select(row => row.Text("starts_at")![11..13]));
        Assert.All(rows, row => Assert.False(row.AsObject().ContainsKey("comment") || row.AsObject().ContainsKey("debrief")));
    }

    [Fact]
    public async Task Page_after_page_reads_every_row_once_also_where_starts_are_equal()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        for (var row = 0; row < 11; row++)
            await user.AddRoundAsync(At(application, 8 + row * 7 % 3));
        var whole = (await user.ItemsAsync($"{Rounds.Path}?limit=100")).Select(row => row.Text("id")).ToList();
        var walked = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await user.GetAsync($"{Rounds.Path}?limit=3&count=true{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal("11", page.Text("total"));
            walked.AddRange(page["items"]!.AsArray().Select(row => row!.Text("id")));
            cursor = page.Text("next_cursor");
        } while (cursor is not null);
        Assert.Equal(whole, walked);
    }

    [Theory]
    [InlineData("status=completed", "9")]
    [InlineData("status=completed&status=cancelled", "9,10")]
    [InlineData("from=2026-11-23T10:00:00Z", "10,11,12")]
    [InlineData("to=2026-11-23T10:00:00Z", "8,9")]
    [InlineData("from=2026-11-23T11:00:00%2B02:00&to=2026-11-23T11:00:00Z", "9,10")]
    [InlineData("from=2026-11-23T10:00:00Z&to=2026-11-23T10:00:00Z", "")]
    [InlineData("status=planned&from=2026-11-23T09:00:00Z", "11,12")]
    public async Task Filters_leave_what_matches_from_included_and_to_left_out(string query, string hours)
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        foreach (var hour in new[] { 8, 9, 10, 11, 12 })
            await user.AddRoundAsync(
                At(
                    application,
                    hour,
                    (
                        "status",
                        hour switch
                        {
                            9 => "completed",
                            10 => "cancelled",
                            _ => "planned",
                        }
                    )
                )
            );
        var rows = await user.ItemsAsync($"{Rounds.Path}?{query}");
        Assert.Equal(hours, string.Join(',', rows.Select(row => int.Parse(row.Text("starts_at")![11..13], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task One_application_has_its_own_rounds_and_a_foreign_one_none()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var (one, two) = (await user.AddAsync(), await user.AddAsync());
        var row = await user.AddRoundAsync(Rounds.Of(one));
        await user.AddRoundAsync(Rounds.Of(two));
        Assert.Equal(row.Text("id"), Assert.Single(await user.ItemsAsync($"{Rounds.Path}?application_id={one["id"]}")).Text("id"));
        Assert.Empty(await other.ItemsAsync($"{Rounds.Path}?application_id={one["id"]}"));
        Assert.Empty(await other.ItemsAsync(Rounds.Path));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=bnVsbA", "cursor")]
    [InlineData("status=done", "status")]
    [InlineData("application_id=1", "application_id")]
    [InlineData("from=2026-11-23", "from")]
    [InlineData("to=2026-11-23T10:00:00", "to")]
    [InlineData("from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z", "to")]
    public async Task A_filter_that_means_nothing_is_refused_by_name(string query, string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.GetAsync($"{Rounds.Path}?{query}");
        await answer.RefusesAsync(field);
    }

    [Fact]
    public async Task Upcoming_are_the_planned_ones_that_are_not_over_soonest_first()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        async Task<string?> AddAsync(double hours, string status = "planned", int minutes = 60) =>
            (
                await user.AddRoundAsync(
                    shared.App,
                    application,
                    TimeSpan.FromHours(hours),
                    ("status", status),
                    ("duration_minutes", minutes)
                )
            ).Text("id");
        var later = await AddAsync(30);
        var running = await AddAsync(-0.5);
        await AddAsync(-1.5);
        await AddAsync(2, "cancelled");
        await AddAsync(-0.25, "completed");
        var longRunning = await AddAsync(-7.5, minutes: 480);
        var soon = await AddAsync(1);

        Assert.Equal([longRunning, running, soon, later], (await user.ItemsAsync($"{Rounds.Path}/upcoming")).Select(row => row.Text("id")));
        Assert.Equal([longRunning], (await user.ItemsAsync($"{Rounds.Path}/upcoming?limit=1")).Select(row => row.Text("id")));
    }

    [Fact]
    public async Task Five_are_upcoming_unless_more_are_asked_for()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        for (var hour = 1; hour <= 7; hour++)
            await user.AddRoundAsync(shared.App, application, TimeSpan.FromHours(hour));
        Assert.Equal(5, (await user.ItemsAsync($"{Rounds.Path}/upcoming")).Count);
        Assert.Equal(7, (await user.ItemsAsync($"{Rounds.Path}/upcoming?limit=100")).Count);
        foreach (var limit in new[] { "0", "101", "x" })
        {
            using var answer = await user.Client.GetAsync($"{Rounds.Path}/upcoming?limit={limit}");
            await answer.RefusesAsync("limit");
        }
    }

    private static JsonObject At(JsonNode application, int hour, params (string, JsonNode?)[] fields) =>
        Rounds.Of(application, [("starts_at", $"2026-11-23T{hour:00}:00:00Z"), .. fields]);
}
