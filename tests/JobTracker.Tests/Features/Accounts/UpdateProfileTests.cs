using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Accounts;

public sealed class UpdateProfileTests(SharedApp shared)
{
    private static JsonObject Full() =>
        new()
        {
            ["full_name"] = "Ada Lovelace",
            ["time_zone"] = "Europe/Paris",
            ["locale"] = "fr",
            ["digest_enabled"] = true,
            ["digest_hour"] = 23,
            ["follow_up_days"] = 60,
            ["ai_provider"] = "openai",
        };

    [Fact]
    public async Task Everything_given_is_kept_and_what_is_left_out_goes_back_to_its_default()
    {
        using var user = await shared.App.RegisterAsync();
        var full = await UpdateAsync(user, Full());
        foreach (var (field, value) in Full())
            Assert.Equal(value!.ToJsonString(), full[field]!.ToJsonString());
        Assert.Equal(full.ToJsonString(), (await user.GetAsync("/api/auth/me")).ToJsonString());

        var least = await UpdateAsync(user, new JsonObject { ["time_zone"] = "UTC", ["locale"] = "en" });
        Assert.Null(least["full_name"]);
        Assert.Null(least["ai_provider"]);
        Assert.Equal(("false", "8", "10"), (least.Text("digest_enabled"), least.Text("digest_hour"), least.Text("follow_up_days")));
    }

    [Theory]
    [InlineData("time_zone", "null")]
    [InlineData("time_zone", "\"Paris\"")]
    [InlineData("time_zone", "\"+02:00\"")]
    [InlineData("time_zone", "\"../etc/passwd\"")]
    [InlineData("locale", "null")]
    [InlineData("locale", "\"es\"")]
    [InlineData("digest_hour", "-1")]
    [InlineData("digest_hour", "24")]
    [InlineData("digest_hour", "8.5")]
    [InlineData("digest_hour", "\"8\"")]
    [InlineData("digest_enabled", "null")]
    [InlineData("follow_up_days", "0")]
    [InlineData("follow_up_days", "61")]
    [InlineData("ai_provider", "\"other\"")]
    [InlineData("email", "\"eve@example.org\"")]
    public async Task A_broken_rule_is_named_at_its_field_and_nothing_is_written(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var before = await UpdateAsync(user, Full());
        var body = Full();
        body[field] = JsonNode.Parse(value);
        using var answer = await user.SendAsync(HttpMethod.Put, "/api/auth/update-profile", body);
        await answer.RefusesAsync(field);
        Assert.Equal(before.ToJsonString(), (await user.GetAsync("/api/auth/me")).ToJsonString());
    }

    [Fact]
    public async Task A_name_is_one_line_of_at_most_200_characters()
    {
        using var user = await shared.App.RegisterAsync();
        var body = Full();
        body["full_name"] = " Ada\r\nLovelace ";
        Assert.Equal("Ada Lovelace", (await UpdateAsync(user, body)).Text("full_name"));
        body["full_name"] = new string('x', 201);
        using var answer = await user.SendAsync(HttpMethod.Put, "/api/auth/update-profile", body);
        await answer.RefusesAsync("full_name");
    }

    [Fact]
    public async Task The_days_to_a_follow_up_count_for_all_applications_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(
            new
            {
                company = "A",
                position = "B",
                status = "applied",
                applied_on = "2026-01-01",
            }
        );
        await UpdateAsync(
            user,
            new JsonObject
            {
                ["time_zone"] = "UTC",
                ["locale"] = "en",
                ["follow_up_days"] = 3,
            }
        );
        Assert.Equal("2026-01-04", (await user.GetAsync($"/api/applications/{row["id"]}")).Text("follow_up_on"));
    }

    private static async Task<JsonNode> UpdateAsync(TestUser user, JsonObject body)
    {
        using var answer = await user.SendAsync(HttpMethod.Put, "/api/auth/update-profile", body);
        return await answer.ReadAsync(200);
    }
}
