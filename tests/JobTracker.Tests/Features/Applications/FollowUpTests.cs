using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class FollowUpTests(SharedApp shared)
{
    private DateOnly Today => shared.App.Clock.Today(Calendar.DefaultZone);

    [Fact]
    public async Task It_is_time_to_ask_again_so_many_days_after_the_application_as_the_person_has_set()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-03-02")));
        Assert.Equal("2026-03-12", row.Text("follow_up_on"));
        Assert.Null(row.Text("last_follow_up_on"));
    }

    [Fact]
    public async Task Done_is_noted_with_its_day_and_the_next_one_comes_after_the_usual_time()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-03-02")));
        var after = await AskAsync(user, row, new { done = true });
        Assert.Equal(Facts.Day(Today), after.Text("last_follow_up_on"));
        Assert.Equal(Facts.Day(Today.AddDays(10)), after.Text("follow_up_on"));
        Assert.Equal(2, after["version"]!.GetValue<int>());
        Assert.Equal(after.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task Later_puts_it_off_and_notes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-03-02")));
        var after = await AskAsync(user, row, new { days = 7 });
        Assert.Null(after.Text("last_follow_up_on"));
        Assert.Equal(Facts.Day(Today.AddDays(7)), after.Text("follow_up_on"));
    }

    [Fact]
    public async Task Once_there_is_an_answer_nobody_is_reminded()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-03-02")));
        await AskAsync(user, row, new { done = true });
        using var moved = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/status", new { status = "rejected" });
        var after = await moved.ReadAsync(200);
        Assert.Null(after.Text("follow_up_on"));
        Assert.Equal(Facts.Day(Today), after.Text("last_follow_up_on"));
    }

    [Theory]
    [InlineData("{}", "done")]
    [InlineData("""{"done": false}""", "done")]
    [InlineData("""{"done": true, "days": 3}""", "done")]
    [InlineData("""{"done": false, "days": 3}""", "done")]
    [InlineData("""{"days": 0}""", "days")]
    [InlineData("""{"days": 61}""", "days")]
    [InlineData("""{"days": -2147483648}""", "days")]
    public async Task Anything_but_one_of_both_is_refused(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/follow-up", JsonNode.Parse(body));
        await answer.RefusesAsync(field);
        Assert.Equal(row.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task An_outdated_version_changes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var answer = await user.SendAsync(
            HttpMethod.Post,
            $"/api/applications/{row["id"]}/follow-up",
            new { days = 3 },
            ifVersion: 9
        );
        Assert.Equal(1, (await answer.ProblemAsync(412, "stale"))["current"]!["version"]!.GetValue<int>());
    }

    private static async Task<JsonNode> AskAsync(TestUser user, JsonNode row, object body)
    {
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/follow-up", body);
        return await answer.ReadAsync(200);
    }
}
