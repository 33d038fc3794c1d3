using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class PatchApplicationTests(SharedApp shared)
{
    [Theory]
    [InlineData("company", "\"Other\"")]
    [InlineData("position", "\"Other\"")]
    [InlineData("employment_type", "null")]
    [InlineData("location", "null")]
    [InlineData("channel", "\"apec\"")]
    [InlineData("link", "null")]
    [InlineData("salary", "null")]
    [InlineData("contact", "\"Grace\"")]
    [InlineData("due_on", "null")]
    [InlineData("due_on", "\"2027-01-01\"")]
    [InlineData("applied_on", "null")]
    [InlineData("responded_on", "null")]
    [InlineData("comment", "null")]
    [InlineData("is_favorite", "false")]
    public async Task Only_what_is_given_changes_and_null_clears(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        using var answer = await user.SendAsync(
            HttpMethod.Patch,
            $"/api/applications/{row["id"]}",
            new JsonObject { [field] = JsonNode.Parse(value) }
        );
        var changed = await answer.ReadAsync(200);
        Assert.Equal(value, changed[field]?.ToJsonString() ?? "null");
        foreach (var (name, before) in row.AsObject().Where(it => it.Key != field && it.Key is not ("version" or "updated_at")))
            Assert.Equal(before?.ToJsonString(), changed[name]?.ToJsonString());
        Assert.Equal(changed.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task Nothing_given_changes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        using var answer = await user.SendAsync(HttpMethod.Patch, $"/api/applications/{row["id"]}", new { });
        var changed = (await answer.ReadAsync(200)).AsObject();
        foreach (var (field, value) in changed.Where(field => field.Key is not ("version" or "updated_at")))
            Assert.Equal(row[field]?.ToJsonString(), value?.ToJsonString());
    }

    [Theory]
    [InlineData("""{"company": null}""", "company")]
    [InlineData("""{"company": " "}""", "company")]
    [InlineData("""{"company": 5}""", "company")]
    [InlineData("""{"company": {"name": "x"}}""", "company")]
    [InlineData("""{"position": ["x"]}""", "position")]
    [InlineData("""{"status": null}""", "status")]
    [InlineData("""{"status": 2}""", "status")]
    [InlineData("""{"is_favorite": null}""", "is_favorite")]
    [InlineData("""{"is_favorite": 1}""", "is_favorite")]
    [InlineData("""{"due_on": 20260101}""", "due_on")]
    [InlineData("""{"responded_on": "2026-03-01"}""", "responded_on")]
    [InlineData("""{"wage": 1}""", "wage")]
    [InlineData("""{"Company": "x"}""", "Company")]
    [InlineData("""{"id": "018f3b3e-0000-7000-8000-000000000000"}""", "id")]
    [InlineData("""{"response": "positive"}""", "response")]
    public async Task A_broken_rule_is_named_at_its_field_and_nothing_is_written(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        using var answer = await user.SendAsync(HttpMethod.Patch, $"/api/applications/{row["id"]}", JsonNode.Parse(body));
        await answer.RefusesAsync(field);
        Assert.Equal(row.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
        Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
    }

    [Fact]
    public async Task A_status_becomes_an_entry_of_the_history()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var answer = await user.SendAsync(HttpMethod.Patch, $"/api/applications/{row["id"]}", new { status = "applied" });
        var changed = await answer.ReadAsync(200);
        Assert.NotNull(changed["applied_on"]);
        var history = await user.ItemsAsync($"/api/applications/{row["id"]}/history");
        Assert.Equal(["draft", "applied"], history.Select(entry => entry.Text("to_status")));
        Assert.Equal(changed.Text("applied_on"), history[1].Text("occurred_on"));
    }

    [Fact]
    public async Task A_status_never_fills_a_date_against_the_order_of_the_dates()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("responded_on", "2020-01-01")));
        using var answer = await user.SendAsync(HttpMethod.Patch, $"/api/applications/{row["id"]}", new { status = "applied" });
        var changed = await answer.ReadAsync(200);
        Assert.Equal("applied", changed.Text("status"));
        Assert.Null(changed["applied_on"]);
    }
}
