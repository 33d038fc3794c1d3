using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class AddApplicationRulesTests(SharedApp shared)
{
    public static TheoryData<string, string> Broken =>
        new()
        {
            { "company", "null" },
            { "company", Json(" \n\t ") },
            { "company", Json(201) },
            { "position", "null" },
            { "position", Json("") },
            { "position", Json(201) },
            { "employment_type", Json("CDI") },
            { "employment_type", Json("cdi, cdd") },
            { "employment_type", Json("") },
            { "location", Json(201) },
            { "salary", Json(201) },
            { "contact", Json(201) },
            { "channel", Json("pigeon") },
            { "link", Json("javascript:alert(1)") },
            { "link", Json("ftp://example.org/job") },
            { "link", Json("/jobs/1") },
            { "link", Json("https:example.org") },
            { "link", Json("https://") },
            { "link", Json("https://example.org/a b") },
            { "link", Json("https://example.org/" + new string('x', 1_981)) },
            { "status", Json("positive") },
            { "status", "null" },
            { "status", "1" },
            { "due_on", Json("2026-02-30") },
            { "due_on", Json("02/03/2026") },
            { "due_on", Json("2026-03-02T00:00:00Z") },
            { "due_on", Json("1969-12-31") },
            { "applied_on", Json("2101-01-01") },
            { "applied_on", Json("0001-01-01") },
            { "responded_on", Json("9999-12-31") },
            { "comment", Json(10_001) },
            { "posting", Json(100_001) },
            { "is_favorite", Json("yes") },
            { "is_favorite", "null" },
        };

    public static TheoryData<string, string> Kept =>
        new()
        {
            { "company", Json(200) },
            { "position", Json("x") },
            { "location", Json(200) },
            { "salary", Json(200) },
            { "contact", Json(200) },
            { "link", Json("HTTP://example.org") },
            { "link", Json("https://example.org/" + new string('x', 1_980)) },
            { "due_on", Json("1970-01-01") },
            { "applied_on", Json("2100-12-31") },
            { "comment", Json(10_000) },
            { "posting", Json(100_000) },
            { "company", Json("👩🏽‍💻 Ltd") },
            { "location", "null" },
            { "channel", "null" },
            { "due_on", "null" },
        };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_named_at_its_field_and_nothing_is_written(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync("/api/applications", Facts.Of((field, JsonNode.Parse(value))));
        await answer.RefusesAsync(field);
        Assert.Empty(await user.ItemsAsync("/api/applications"));
        Assert.Equal(0, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(Kept))]
    public async Task A_value_at_the_edge_of_its_rule_is_kept(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of((field, JsonNode.Parse(value))));
        Assert.Equal(JsonNode.Parse(value)?.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}"))[field]?.ToJsonString());
    }

    [Fact]
    public async Task Every_broken_rule_is_named_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync(
            "/api/applications",
            new
            {
                company = " ",
                position = new string('x', 201),
                location = new string('x', 201),
                link = "javascript:alert(1)",
                applied_on = "2026-03-02",
                responded_on = "2026-03-01",
                due_on = "1969-12-31",
                comment = new string('x', 10_001),
                posting = new string('x', 100_001),
            }
        );
        await answer.RefusesAsync("company", "position", "location", "link", "responded_on", "due_on", "comment", "posting");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("response")]
    [InlineData("Company")]
    [InlineData("created_at")]
    public async Task What_cannot_be_written_is_refused_by_name(string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync("/api/applications", Facts.Of((field, "x")));
        await answer.RefusesAsync(field);
    }

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static string Json(int length) => Json(new string('x', length));
}
