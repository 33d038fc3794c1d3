using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Deliverables;

/// <summary>Deliverables and pieces of writing for tests.</summary>
internal static class Things
{
    public const string Path = "/api/deliverables";

    /// <summary>The least that is enough, with some fields more or other.</summary>
    public static JsonObject Of(JsonNode application, params (string Field, JsonNode? Value)[] fields)
    {
        var facts = new JsonObject { ["application_id"] = application.Text("id"), ["title"] = "Cover letter" };
        foreach (var (field, value) in fields)
            facts[field] = value;
        return facts;
    }

    /// <summary>Adds a deliverable and gives the row that came back.</summary>
    public static async Task<JsonNode> AddThingAsync(
        this TestUser user,
        JsonNode application,
        params (string Field, JsonNode? Value)[] fields
    )
    {
        using var answer = await user.SendAsync(HttpMethod.Post, Path, Of(application, fields));
        return await answer.ReadAsync(201);
    }

    public static Task<JsonNode> ReadThingAsync(this TestUser user, JsonNode row) => user.GetAsync($"{Path}/{row["id"]}");

    /// <summary>Changes some fields and gives the row that came back.</summary>
    public static async Task<JsonNode> PatchThingAsync(this TestUser user, JsonNode row, object changes)
    {
        using var answer = await user.SendAsync(HttpMethod.Patch, $"{Path}/{row["id"]}", changes);
        return await answer.ReadAsync(200);
    }

    /// <summary>A piece of writing, in the bank or tied to an application.</summary>
    public static async Task<Guid> AddNoteAsync(
        this JobTrackerApp app,
        TestUser user,
        string content,
        JsonNode? application = null,
        string title = "Why maps"
    )
    {
        var id = Guid.CreateVersion7();
        var tied = application is null ? (Guid?)null : Guid.Parse(application.Text("id")!);
        var found = $"{title}\n{content}".ToLowerInvariant();
        string[] tags = ["maps", "anglais"];
        await app.ExecuteAsync(
            $"""
            insert into writing_notes (user_id, id, application_id, title, tags, content, search_text, created_at, updated_at, version)
            values ({user.Id}, {id}, {tied}::uuid, {title}, {tags}, {content}, {found}, now(), now(), 1)
            """
        );
        return id;
    }

    public static async Task DeleteApplicationAsync(this TestUser user, JsonNode application)
    {
        using var answer = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{application["id"]}");
        await answer.ReadAsync(204);
    }
}
