using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class EditHistoryTests(SharedApp shared)
{
    [Fact]
    public async Task A_date_that_the_entry_had_filled_follows_its_correction()
    {
        using var user = await shared.App.RegisterAsync();
        var id = await MovedAsync(user, ("applied", "2026-03-10"));
        var entry = (await HistoryAsync(user, id))[^1];
        using var answer = await user.Client.PatchAsJsonAsync(
            $"/api/applications/{id}/history/{entry["id"]}",
            new { occurred_on = "2026-03-04", note = "by post" }
        );
        var row = await answer.ReadAsync(200);
        Assert.Equal(("applied", "2026-03-04"), (row["status"]!.ToString(), row["applied_on"]!.ToString()));
        Assert.Equal(
            "by post",
            (await HistoryAsync(user, id)).Single(change => change["to_status"]!.ToString() == "applied")["note"]!.ToString()
        );
    }

    [Fact]
    public async Task The_status_is_always_that_of_the_newest_entry()
    {
        using var user = await shared.App.RegisterAsync();
        var id = await MovedAsync(user, ("applied", "2027-03-01"), ("screening", "2027-03-05"), ("interview", "2027-03-09"));
        var screening = (await HistoryAsync(user, id)).Single(change => change["to_status"]!.ToString() == "screening");
        using var later = await user.Client.PatchAsJsonAsync(
            $"/api/applications/{id}/history/{screening["id"]}",
            new { occurred_on = "2027-03-20" }
        );
        Assert.Equal("screening", (await later.ReadAsync(200))["status"]!.ToString());

        using var removed = await user.Client.DeleteAsync($"/api/applications/{id}/history/{screening["id"]}");
        await removed.ReadAsync(204);
        using var row = await user.Client.GetAsync($"/api/applications/{id}");
        Assert.Equal("interview", (await row.ReadAsync(200))["status"]!.ToString());
    }

    [Fact]
    public async Task Taking_a_move_back_takes_back_the_date_that_it_had_filled()
    {
        using var user = await shared.App.RegisterAsync();
        var id = await MovedAsync(user, ("applied", "2027-03-01"), ("rejected", "2027-03-09"));
        foreach (var status in new[] { "rejected", "applied" })
        {
            var entry = (await HistoryAsync(user, id)).Single(change => change["to_status"]!.ToString() == status);
            using var removed = await user.Client.DeleteAsync($"/api/applications/{id}/history/{entry["id"]}");
            await removed.ReadAsync(204);
        }
        using var answer = await user.Client.GetAsync($"/api/applications/{id}");
        var row = await answer.ReadAsync(200);
        Assert.Equal("draft", row["status"]!.ToString());
        Assert.Null(row["applied_on"]);
        Assert.Null(row["responded_on"]);
    }

    [Fact]
    public async Task What_happened_before_the_draft_was_entered_moves_the_draft_back_and_counts()
    {
        using var user = await shared.App.RegisterAsync();
        var id = await MovedAsync(user, ("applied", "2026-03-02"), ("screening", "2026-03-09"));
        Assert.Equal(
            [("draft", "2026-03-02"), ("applied", "2026-03-02"), ("screening", "2026-03-09")],
            (await HistoryAsync(user, id)).Select(change => (change["to_status"]!.ToString(), change["occurred_on"]!.ToString()))
        );
        using var answer = await user.Client.GetAsync($"/api/applications/{id}");
        Assert.Equal("screening", (await answer.ReadAsync(200))["status"]!.ToString());
    }

    [Fact]
    public async Task The_last_entry_stays()
    {
        using var user = await shared.App.RegisterAsync();
        var id = (await user.AddAsync())["id"]!.ToString();
        using var answer = await user.Client.DeleteAsync($"/api/applications/{id}/history/{(await HistoryAsync(user, id))[0]["id"]}");
        await answer.ProblemAsync(409, "conflict");
    }

    [Theory]
    [InlineData("""{"occurred_on":null}""", "occurred_on")]
    [InlineData("""{"occurred_on":"2026-02-30"}""", "occurred_on")]
    [InlineData("""{"occurred_on":"2150-01-01"}""", "occurred_on")]
    [InlineData("""{"status":"offer"}""", "status")]
    public async Task A_wrong_correction_names_its_field(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var id = (await user.AddAsync())["id"]!.ToString();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await user.Client.PatchAsync(
            $"/api/applications/{id}/history/{(await HistoryAsync(user, id))[0]["id"]}",
            content
        );
        await answer.RefusesAsync(field);
    }

    [Fact]
    public async Task An_entry_of_another_application_is_not_found_under_this_one()
    {
        using var user = await shared.App.RegisterAsync();
        var (one, other) = ((await user.AddAsync())["id"]!.ToString(), (await user.AddAsync())["id"]!.ToString());
        var entry = (await HistoryAsync(user, other))[0]["id"];
        using var answer = await user.Client.DeleteAsync($"/api/applications/{one}/history/{entry}");
        await answer.ProblemAsync(404, "not_found");
    }

    private static async Task<string> MovedAsync(TestUser user, params (string Status, string On)[] moves)
    {
        var id = (await user.AddAsync())["id"]!.ToString();
        foreach (var (status, on) in moves)
        {
            using var answer = await user.Client.PostAsJsonAsync($"/api/applications/{id}/status", new { status, occurred_on = on });
            await answer.ReadAsync(200);
        }
        return id;
    }

    private static async Task<List<JsonNode>> HistoryAsync(TestUser user, string id)
    {
        using var answer = await user.Client.GetAsync($"/api/applications/{id}/history");
        return [.. (await answer.ReadAsync(200))["items"]!.AsArray().Select(entry => entry!)];
    }
}
