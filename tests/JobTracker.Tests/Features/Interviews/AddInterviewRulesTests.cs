using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class AddInterviewRulesTests(SharedApp shared)
{
    public static TheoryData<string, string> Broken =>
        new()
        {
            { "application_id", "null" },
            { "application_id", Json("not an id") },
            { "starts_at", "null" },
            { "starts_at", Json("1969-12-31T23:59:59Z") },
            { "starts_at", Json("1970-01-01T00:00:00+01:00") },
            { "starts_at", Json("2101-01-01T00:00:00Z") },
            { "starts_at", Json("9999-12-31T23:59:59Z") },
            { "starts_at", Json("2026-02-30T10:00:00Z") },
            { "starts_at", Json("2026-11-23T10:00:00") },
            { "starts_at", Json("2026-11-23") },
            { "starts_at", "1795428000" },
            { "time_zone", Json("Mars/Olympus") },
            { "time_zone", Json("GMT Standard Time") },
            { "time_zone", Json("CET") },
            { "time_zone", Json("") },
            { "duration_minutes", "4" },
            { "duration_minutes", "481" },
            { "duration_minutes", "-60" },
            { "duration_minutes", "30.5" },
            { "duration_minutes", "null" },
            { "duration_minutes", Json("60") },
            { "type", Json("rh") },
            { "type", Json("Technical") },
            { "type", "null" },
            { "type", "1" },
            { "format", Json("in-person") },
            { "format", "null" },
            { "status", Json("done") },
            { "status", "null" },
            { "location", Json(501) },
            { "interviewer", Json(201) },
            { "comment", Json(10_001) },
            { "debrief", Json(10_001) },
            { "comment", "\"\\u0000\"" },
        };

    public static TheoryData<string, string> Kept =>
        new()
        {
            { "starts_at", Json("1970-01-01T00:00:00Z") },
            { "starts_at", Json("2100-12-31T23:59:59.999999Z") },
            { "time_zone", Json("Asia/Kathmandu") },
            { "time_zone", Json("UTC") },
            { "duration_minutes", "5" },
            { "duration_minutes", "480" },
            { "location", Json(500) },
            { "location", "null" },
            { "location", Json("javascript:alert(1)") },
            { "interviewer", Json(200) },
            { "comment", Json(10_000) },
            { "debrief", Json(10_000) },
            { "interviewer", Json("👩🏽‍💻 Ada") },
            { "status", Json("cancelled") },
        };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_named_at_its_field_and_nothing_is_written(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var body = Rounds.Of(await user.AddAsync(), (field, JsonNode.Parse(value)));
        using var answer = await user.Client.PostAsJsonAsync(Rounds.Path, body);
        await answer.RefusesAsync(field);
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
    }

    [Theory, MemberData(nameof(Kept))]
    public async Task A_value_at_the_edge_of_its_rule_is_kept(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddRoundAsync(Rounds.Of(await user.AddAsync(), (field, JsonNode.Parse(value))));
        Assert.Equal(JsonNode.Parse(value)?.ToJsonString(), (await user.GetAsync($"{Rounds.Path}/{row["id"]}"))[field]?.ToJsonString());
    }

    [Fact]
    public async Task Every_broken_rule_is_named_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync(
            Rounds.Path,
            new
            {
                time_zone = "Mars/Olympus",
                duration_minutes = 1,
                location = new string('x', 501),
                interviewer = new string('x', 201),
                comment = new string('x', 10_001),
                debrief = new string('x', 10_001),
            }
        );
        await answer.RefusesAsync(
            "application_id",
            "starts_at",
            "time_zone",
            "duration_minutes",
            "location",
            "interviewer",
            "comment",
            "debrief"
        );
    }

    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("company")]
    [InlineData("ends_at")]
    [InlineData("Comment")]
    public async Task What_cannot_be_written_is_refused_by_name(string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync(Rounds.Path, Rounds.Of(await user.AddAsync(), (field, "x")));
        await answer.RefusesAsync(field);
    }

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static string Json(int length) => Json(new string('x', length));
}
