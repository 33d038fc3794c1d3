using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class EditInterviewTests(SharedApp shared)
{
    [Theory]
    [InlineData("starts_at", "\"2026-12-01T08:00:00Z\"")]
    [InlineData("time_zone", "\"America/New_York\"")]
    [InlineData("duration_minutes", "90")]
    [InlineData("type", "\"final\"")]
    [InlineData("format", "\"in_person\"")]
    [InlineData("location", "null")]
    [InlineData("status", "\"planned\"")]
    [InlineData("interviewer", "null")]
    [InlineData("comment", "\"Other\"")]
    [InlineData("debrief", "null")]
    public async Task Only_what_is_given_changes_and_null_clears(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddRoundAsync(Rounds.Full(await user.AddAsync()));
        using var answer = await user.SendAsync(HttpMethod.Patch, PathOf(row), new JsonObject { [field] = JsonNode.Parse(value) });
        var changed = await answer.ReadAsync(200);
        Assert.Equal(value, changed[field]?.ToJsonString() ?? "null");
        Assert.Equal("2", changed.Text("version"));
        foreach (var (name, before) in row.AsObject().Where(it => it.Key != field && it.Key is not ("version" or "updated_at")))
            Assert.Equal(before?.ToJsonString(), changed[name]?.ToJsonString());
        Assert.Equal(changed.ToJsonString(), (await user.GetAsync(PathOf(row))).ToJsonString());
    }

    [Fact]
    public async Task A_replacement_takes_what_is_left_out_back_to_its_default()
    {
        using var user = await shared.App.RegisterAsync();
        await user.LivesInAsync("Europe/Paris");
        var row = await user.AddRoundAsync(Rounds.Full(await user.AddAsync()));
        using var answer = await user.SendAsync(HttpMethod.Put, PathOf(row), new { starts_at = "2026-12-01T08:00:00Z" });
        var changed = await answer.ReadAsync(200);
        Assert.Equal(
            ("Europe/Paris", "60", "other", "planned"),
            (changed.Text("time_zone"), changed.Text("duration_minutes"), changed.Text("type"), changed.Text("status"))
        );
        Assert.Equal(row.Text("application_id"), changed.Text("application_id"));
        Assert.Null(changed["location"] ?? changed["interviewer"] ?? changed["comment"] ?? changed["debrief"]);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task The_application_can_be_named_but_not_changed(string method)
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddRoundAsync(Rounds.Of(application));
        using var same = await user.SendAsync(new HttpMethod(method), PathOf(row), Rounds.Of(application));
        var kept = await same.ReadAsync(200);
        using var other = await user.SendAsync(new HttpMethod(method), PathOf(row), Rounds.Of(await user.AddAsync()));
        await other.RefusesAsync("application_id");
        Assert.Equal(kept.ToJsonString(), (await user.GetAsync(PathOf(row))).ToJsonString());
    }

    [Theory]
    [InlineData("""{"application_id": null}""", "application_id")]
    [InlineData("""{"starts_at": null}""", "starts_at")]
    [InlineData("""{"starts_at": "2026-11-23T10:00:00"}""", "starts_at")]
    [InlineData("""{"starts_at": "1969-01-01T00:00:00Z"}""", "starts_at")]
    [InlineData("""{"time_zone": "Mars/Olympus"}""", "time_zone")]
    [InlineData("""{"duration_minutes": 481}""", "duration_minutes")]
    [InlineData("""{"duration_minutes": null}""", "duration_minutes")]
    [InlineData("""{"type": "rh"}""", "type")]
    [InlineData("""{"status": 1}""", "status")]
    [InlineData("""{"version": 9}""", "version")]
    public async Task A_broken_rule_is_named_at_its_field_and_nothing_is_written(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddRoundAsync(Rounds.Full(await user.AddAsync()));
        using var answer = await user.SendAsync(HttpMethod.Patch, PathOf(row), JsonNode.Parse(body));
        await answer.RefusesAsync(field);
        Assert.Equal(row.ToJsonString(), (await user.GetAsync(PathOf(row))).ToJsonString());
    }

    [Theory]
    [InlineData("PUT", """{"starts_at": "2026-12-01T08:00:00Z"}""")]
    [InlineData("PATCH", """{"location": "elsewhere"}""")]
    [InlineData("DELETE", "")]
    public async Task A_stale_write_changes_nothing_and_shows_the_row_as_it_is(string method, string body)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddRoundAsync(Rounds.Full(await user.AddAsync()));
        using var newer = await user.SendAsync(HttpMethod.Patch, PathOf(row), new { interviewer = "Owen" }, ifVersion: 1);
        Assert.Equal("\"2\"", newer.Headers.ETag?.Tag);
        var current = await newer.ReadAsync(200);

        var wanted = body.Length == 0 ? null : JsonNode.Parse(body);
        using var stale = await user.SendAsync(new HttpMethod(method), PathOf(row), wanted, ifVersion: 1);
        Assert.Equal(current.ToJsonString(), (await stale.ProblemAsync(412, "stale"))["current"]!.ToJsonString());
        Assert.Equal(current.ToJsonString(), (await user.GetAsync(PathOf(row))).ToJsonString());
        using var done = await user.SendAsync(new HttpMethod(method), PathOf(row), wanted?.DeepClone(), ifVersion: 2);
        await done.ReadAsync(method == "DELETE" ? 204 : 200);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_everywhere()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddRoundAsync(Rounds.Of(application));
        using var deleted = await user.SendAsync(HttpMethod.Delete, PathOf(row));
        await deleted.ReadAsync(204);
        using var again = await user.SendAsync(HttpMethod.Delete, PathOf(row));
        await again.ProblemAsync(404, "not_found");
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
        Assert.Equal("0", (await user.GetAsync($"/api/applications/{application["id"]}"))["counts"]!.Text("interviews"));
    }

    [Fact]
    public async Task Under_a_deleted_application_it_is_hidden_until_that_comes_back()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddRoundAsync(shared.App, application, TimeSpan.FromHours(5));
        using (var deleted = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{application["id"]}"))
            await deleted.ReadAsync(204);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var answer = await user.SendAsync(method, PathOf(row), method == HttpMethod.Patch ? new { location = "x" } : null);
            await answer.ProblemAsync(404, "not_found");
        }
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
        Assert.Empty(await user.ItemsAsync($"{Rounds.Path}/upcoming"));
        Assert.Equal("0", (await user.GetAsync($"{Rounds.Path}?count=true")).Text("total"));

        using var restored = await user.SendAsync(HttpMethod.Post, $"/api/applications/{application["id"]}/restore");
        await restored.ReadAsync(200);
        Assert.Equal(row.ToJsonString(), (await user.GetAsync(PathOf(row))).ToJsonString());
    }

    private static string PathOf(JsonNode row) => $"{Rounds.Path}/{row["id"]}";
}
