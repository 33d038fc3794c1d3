using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Writing;

/// <summary>Bodies for notes, and ways to add one.</summary>
internal static class Notes
{
    /// <summary>The least that is enough, with some fields more or other.</summary>
    public static JsonObject Of(params (string Field, JsonNode? Value)[] fields)
    {
        var facts = new JsonObject { ["title"] = "Motivation", ["content"] = "Because." };
        foreach (var (field, value) in fields)
            facts[field] = value;
        return facts;
    }

    public static async Task<JsonNode> WriteAsync(this TestUser user, params (string Field, JsonNode? Value)[] fields)
    {
        using var answer = await user.Client.PostAsJsonAsync("/api/writing", Of(fields));
        return await answer.ReadAsync(201);
    }

    public static async Task<string[]> TitlesAsync(this TestUser user, string query = "") =>
        [.. (await user.ItemsAsync($"/api/writing{query}")).Select(row => row.Text("title")!)];
}
