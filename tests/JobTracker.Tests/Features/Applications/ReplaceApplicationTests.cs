using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class ReplaceApplicationTests(SharedApp shared)
{
    [Fact]
    public async Task What_is_left_out_becomes_empty()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        using var answer = await user.SendAsync(HttpMethod.Put, $"/api/applications/{row["id"]}", Facts.Of(("company", "Other")));
        var changed = await answer.ReadAsync(200);
        Assert.Equal("Other", changed.Text("company"));
        Assert.Equal("draft", changed.Text("status"));
        Assert.Equal("false", changed.Text("is_favorite"));
        foreach (var (field, _) in Facts.Full().Where(field => field.Key is not ("company" or "position" or "status" or "is_favorite")))
            Assert.Null(changed[field]);
        Assert.Null(changed["posting_captured_at"]);
        Assert.Equal(row.Text("created_at"), changed.Text("created_at"));
        Assert.Equal(changed.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task The_same_again_changes_nothing_but_the_version_and_the_time()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        using var answer = await user.SendAsync(HttpMethod.Put, $"/api/applications/{row["id"]}", Facts.Full());
        var again = (await answer.ReadAsync(200)).AsObject();
        Assert.Equal(2, again["version"]!.GetValue<int>());
        Assert.True(string.CompareOrdinal(again.Text("updated_at"), row.Text("updated_at")) > 0);
        foreach (var (field, value) in again.Where(field => field.Key is not ("version" or "updated_at")))
            Assert.Equal(row[field]?.ToJsonString(), value?.ToJsonString());
        Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
    }

    [Fact]
    public async Task Another_status_becomes_an_entry_of_the_history_dated_today()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-01-05")));
        using var answer = await user.SendAsync(
            HttpMethod.Put,
            $"/api/applications/{row["id"]}",
            Facts.Of(("status", "interview"), ("applied_on", "2026-01-05"))
        );
        var changed = await answer.ReadAsync(200);
        var today = Facts.Day(JobTracker.Kernel.Calendar.Today(shared.App.Clock, "Etc/UTC"));
        Assert.Equal("interview", changed.Text("status"));
        Assert.Equal("positive", changed.Text("response"));
        Assert.Equal(today, changed.Text("responded_on"));
        var history = await user.ItemsAsync($"/api/applications/{row["id"]}/history");
        Assert.Equal(["applied", "interview"], history.Select(entry => entry.Text("to_status")));
        Assert.Equal(["2026-01-05", today], history.Select(entry => entry.Text("occurred_on")));
    }

    [Fact]
    public async Task A_status_set_without_a_day_is_the_newest_even_after_an_entry_of_tomorrow()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2099-01-05")));
        using var answer = await user.SendAsync(
            HttpMethod.Put,
            $"/api/applications/{row["id"]}",
            Facts.Of(("status", "interview"), ("applied_on", "2099-01-05"))
        );
        Assert.Equal("interview", (await answer.ReadAsync(200)).Text("status"));
        Assert.Equal("interview", (await user.ItemsAsync($"/api/applications/{row["id"]}/history"))[^1].Text("to_status"));
    }

    [Fact]
    public async Task The_instant_of_capture_changes_only_with_the_posting()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("posting", "first")));
        using var other = await user.SendAsync(
            HttpMethod.Put,
            $"/api/applications/{row["id"]}",
            Facts.Of(("posting", " first "), ("salary", "1"))
        );
        Assert.Equal(row.Text("posting_captured_at"), (await other.ReadAsync(200)).Text("posting_captured_at"));
        using var second = await user.SendAsync(HttpMethod.Put, $"/api/applications/{row["id"]}", Facts.Of(("posting", "second")));
        var changed = await second.ReadAsync(200);
        Assert.Equal(changed.Text("updated_at"), changed.Text("posting_captured_at"));
    }

    [Theory]
    [InlineData("""{"position": "x"}""", "company")]
    [InlineData("""{"company": "x", "position": "x", "responded_on": "2026-01-01", "applied_on": "2026-01-02"}""", "responded_on")]
    [InlineData("""{"company": "x", "position": "x", "status": "done"}""", "status")]
    [InlineData("""{"company": "x", "position": "x", "version": 1}""", "version")]
    public async Task The_rules_are_those_of_adding_and_a_refusal_changes_nothing(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        using var answer = await user.SendAsync(HttpMethod.Put, $"/api/applications/{row["id"]}", JsonNode.Parse(body));
        await answer.RefusesAsync(field);
        Assert.Equal(row.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
    }
}
