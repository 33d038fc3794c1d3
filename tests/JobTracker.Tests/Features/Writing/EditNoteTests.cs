using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Writing;

public sealed class EditNoteTests(SharedApp shared)
{
    [Fact]
    public async Task A_note_moves_between_the_bank_and_ones_own_applications()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var path = $"/api/writing/{(await user.WriteAsync())["id"]}";
        Assert.Equal(
            application,
            (await PatchAsync(user, path, new JsonObject { ["application_id"] = application })).Text("application_id")
        );
        Assert.Equal(1, (await user.GetAsync($"/api/applications/{application}"))["counts"]!["writing"]!.GetValue<int>());
        Assert.Null((await PatchAsync(user, path, new JsonObject { ["application_id"] = null })).Text("application_id"));
    }

    [Fact]
    public async Task An_application_of_somebody_else_a_deleted_one_and_none_at_all_are_not_found()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var deleted = (await user.AddAsync()).Text("id");
        using var gone = await user.Client.DeleteAsync($"/api/applications/{deleted}");
        var note = await user.WriteAsync();
        foreach (var id in new[] { (await other.AddAsync()).Text("id"), deleted, Guid.CreateVersion7().ToString() })
        {
            using var added = await user.Client.PostAsJsonAsync("/api/writing", Notes.Of(("application_id", id)));
            await added.ProblemAsync(404, "not_found");
            using var moved = await user.SendAsync(HttpMethod.Patch, $"/api/writing/{note["id"]}", new { application_id = id });
            await moved.ProblemAsync(404, "not_found");
        }
        Assert.Equal(note.ToJsonString(), (await user.GetAsync($"/api/writing/{note["id"]}")).ToJsonString());
        Assert.Single(await user.ItemsAsync("/api/writing"));
    }

    [Fact]
    public async Task PUT_replaces_everything_and_PATCH_only_what_is_given()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/writing/{(await user.WriteAsync(("tags", new JsonArray("a", "b"))))["id"]}";
        var patched = await PatchAsync(user, path, new JsonObject { ["title"] = "Other" });
        Assert.Equal(("Other", "Because.", 2), (patched.Text("title"), patched.Text("content"), patched["tags"]!.AsArray().Count));
        using var answer = await user.SendAsync(HttpMethod.Put, path, Notes.Of(("content", "New.")));
        var put = await answer.ReadAsync(200);
        Assert.Equal(("Motivation", "New.", 0), (put.Text("title"), put.Text("content"), put["tags"]!.AsArray().Count));
        Assert.Equal("3", put.Text("version"));
        using var unknown = await user.SendAsync(HttpMethod.Patch, path, new { colour = "red" });
        await unknown.RefusesAsync("colour");
    }

    [Theory]
    [InlineData("PUT", """{"title": "Changed", "content": "x"}""")]
    [InlineData("PATCH", """{"title": "Changed"}""")]
    [InlineData("DELETE", null)]
    public async Task A_stale_write_changes_nothing_and_shows_the_row_as_it_is(string method, string? body)
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/writing/{(await user.WriteAsync())["id"]}";
        var current = await PatchAsync(user, path, new JsonObject { ["content"] = "Newer." });
        var sent = body is null ? null : JsonNode.Parse(body);

        using var stale = await user.SendAsync(new HttpMethod(method), path, sent, ifVersion: 1);
        Assert.Equal(current.ToJsonString(), (await stale.ProblemAsync(412, "stale"))["current"]!.ToJsonString());
        Assert.Equal(current.ToJsonString(), (await user.GetAsync(path)).ToJsonString());

        using var fresh = await user.SendAsync(new HttpMethod(method), path, sent, ifVersion: 2);
        Assert.True(fresh.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_deleted_note_is_forgotten_by_the_deliverables_that_came_from_it()
    {
        using var user = await shared.App.RegisterAsync();
        var (live, deleted) = ((await user.AddAsync()).Text("id")!, (await user.AddAsync()).Text("id")!);
        var note = (await user.WriteAsync()).Text("id")!;
        foreach (var application in new[] { live, deleted })
            await shared.App.ExecuteAsync(
                $"""
                insert into deliverables (user_id, id, application_id, title, kind, state, content, source_writing_id, search_text, created_at, updated_at, version)
                values ({user.Id}, {Guid.CreateVersion7()}, {Guid.Parse(application)}, 'Letter', 'cover_letter', 'not_started', 'Because.',
                    {Guid.Parse(note)}, 'letter', now(), now(), 1)
                """
            );
        using var hidden = await user.Client.DeleteAsync($"/api/applications/{deleted}");
        using var answer = await user.Client.DeleteAsync($"/api/writing/{note}");
        await answer.ReadAsync(204);
        Assert.Equal(
            2,
            await shared.App.ExecuteAsync(
                $"update deliverables set title = title where user_id = {user.Id} and source_writing_id is null and content = 'Because.' and version = 2"
            )
        );
    }

    [Fact]
    public async Task What_belongs_to_a_deleted_application_is_hidden_and_comes_back_with_it()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var note = (await user.WriteAsync(("application_id", application))).Text("id");
        using var deleted = await user.Client.DeleteAsync($"/api/applications/{application}");
        Assert.Empty(await user.ItemsAsync("/api/writing"));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            using var hidden = await user.SendAsync(method, $"/api/writing/{note}");
            await hidden.ProblemAsync(404, "not_found");
        }
        using var restored = await user.Client.PostAsync($"/api/applications/{application}/restore", null);
        Assert.Equal(note, Assert.Single(await user.ItemsAsync("/api/writing")).Text("id"));
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_adds_one_note()
    {
        using var user = await shared.App.RegisterAsync();
        user.Client.DefaultRequestHeaders.Add("Idempotency-Key", "note-1");
        var ids = new HashSet<string?>();
        for (var time = 0; time < 3; time++)
            ids.Add((await user.WriteAsync()).Text("id"));
        Assert.Single(ids);
        Assert.Single(await user.ItemsAsync("/api/writing"));
    }

    private static async Task<JsonNode> PatchAsync(TestUser user, string path, JsonObject changes)
    {
        using var answer = await user.SendAsync(HttpMethod.Patch, path, changes);
        return await answer.ReadAsync(200);
    }
}
