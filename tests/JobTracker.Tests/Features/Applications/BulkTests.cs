using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Applications;

public sealed class BulkTests(SharedApp shared)
{
    [Fact]
    public async Task One_change_reaches_all_chosen_rows_and_unknown_ids_are_told()
    {
        using var user = await shared.App.RegisterAsync();
        var (first, second, third) = (await user.AddAsync(), await user.AddAsync(), await user.AddAsync());
        var unknown = Guid.CreateVersion7();
        using var answer = await user.Client.PostAsJsonAsync(
            "/api/applications/bulk-update",
            new
            {
                ids = new[] { first["id"]!.ToString(), second["id"]!.ToString(), unknown.ToString() },
                set = new
                {
                    status = "applied",
                    occurred_on = "2026-03-02",
                    channel = "apec",
                    is_favorite = true,
                },
            }
        );
        var done = await answer.ReadAsync(200);
        Assert.Equal(2, done["updated"]!.GetValue<int>());
        Assert.Equal([unknown.ToString()], done["not_found"]!.AsArray().Select(id => id!.ToString()));

        foreach (var row in new[] { first, second })
        {
            var now = await ReadAsync(user, row["id"]!.ToString());
            Assert.Equal(
                ("applied", "2026-03-02", "apec", true),
                (now["status"]!.ToString(), now["applied_on"]!.ToString(), now["channel"]!.ToString(), now["is_favorite"]!.GetValue<bool>())
            );
        }
        Assert.Equal("draft", (await ReadAsync(user, third["id"]!.ToString()))["status"]!.ToString());
    }

    [Fact]
    public async Task A_row_that_already_has_the_status_gets_no_second_entry()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(
            new
            {
                company = "Tern",
                position = "Engineer",
                status = "applied",
            }
        );
        using var answer = await user.Client.PostAsJsonAsync(
            "/api/applications/bulk-update",
            new { ids = new[] { row["id"]!.ToString() }, set = new { status = "applied" } }
        );
        await answer.ReadAsync(200);
        using var history = await user.Client.GetAsync($"/api/applications/{row["id"]}/history");
        Assert.Single((await history.ReadAsync(200))["items"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_changes_or_deletes_a_row_of_somebody_else()
    {
        using var owner = await shared.App.RegisterAsync();
        using var stranger = await shared.App.RegisterAsync();
        var row = await owner.AddAsync();
        var ids = new[] { row["id"]!.ToString() };
        using var update = await stranger.Client.PostAsJsonAsync(
            "/api/applications/bulk-update",
            new { ids, set = new { is_favorite = true } }
        );
        Assert.Equal(0, (await update.ReadAsync(200))["updated"]!.GetValue<int>());
        using var delete = await stranger.Client.PostAsJsonAsync("/api/applications/bulk-delete", new { ids });
        Assert.Equal(0, (await delete.ReadAsync(200))["deleted"]!.GetValue<int>());
        Assert.Equal(row.ToJsonString(), (await ReadAsync(owner, ids[0])).ToJsonString());
    }

    [Fact]
    public async Task Deleting_many_frees_as_many_places()
    {
        using var user = await shared.App.RegisterAsync();
        var ids = new List<string>();
        for (var n = 0; n < 4; n++)
            ids.Add((await user.AddAsync())["id"]!.ToString());
        using var answer = await user.Client.PostAsJsonAsync("/api/applications/bulk-delete", new { ids = ids.Take(3).Append(ids[0]) });
        Assert.Equal(3, (await answer.ReadAsync(200))["deleted"]!.GetValue<int>());
        Assert.Equal(
            1,
            await shared.App.ReadAsync(db =>
                db.Accounts.Where(row => row.UserId == user.Id).Select(row => row.ApplicationsUsed).SingleAsync()
            )
        );
        using var deleted = await user.Client.GetAsync("/api/applications/deleted");
        Assert.Equal(3, (await deleted.ReadAsync(200))["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("""{"ids":[],"set":{"is_favorite":true}}""", "ids")]
    [InlineData("""{"set":{"is_favorite":true}}""", "ids")]
    [InlineData("""{"ids":["0199f3a2-0000-7000-8000-000000000000"]}""", "set")]
    [InlineData("""{"ids":["0199f3a2-0000-7000-8000-000000000000"],"set":{}}""", "set")]
    [InlineData(
        """{"ids":["0199f3a2-0000-7000-8000-000000000000"],"set":{"is_favorite":true,"occurred_on":"2026-03-02"}}""",
        "set.occurred_on"
    )]
    [InlineData(
        """{"ids":["0199f3a2-0000-7000-8000-000000000000"],"set":{"status":"applied","occurred_on":"1500-03-02"}}""",
        "set.occurred_on"
    )]
    [InlineData("""{"ids":["0199f3a2-0000-7000-8000-000000000000"],"set":{"company":"x"}}""", "company")]
    public async Task A_change_that_says_nothing_or_too_much_is_refused(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await user.Client.PostAsync("/api/applications/bulk-update", content);
        await answer.RefusesAsync(field);
    }

    [Fact]
    public async Task At_most_200_rows_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        var ids = Enumerable.Range(0, 201).Select(_ => Guid.CreateVersion7());
        using var answer = await user.Client.PostAsJsonAsync("/api/applications/bulk-delete", new { ids });
        await answer.RefusesAsync("ids");
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> ReadAsync(TestUser user, string id)
    {
        using var answer = await user.Client.GetAsync($"/api/applications/{id}");
        return await answer.ReadAsync(200);
    }
}
