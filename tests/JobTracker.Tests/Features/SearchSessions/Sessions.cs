using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.SearchSessions;

/// <summary>Submissions, and ways to make them.</summary>
internal static class Sessions
{
    public const string All = "/api/search-sessions";

    public static object Of(string company = "Cobalt Foundry", string? link = null) =>
        new
        {
            company,
            city = "Sheffield",
            mission = "Data engineer",
            link,
        };

    public static async Task<JsonNode> SubmitAsync(this TestUser user, string company = "Cobalt Foundry", string? link = null)
    {
        using var answer = await user.Client.PostAsJsonAsync("/submit", Of(company, link));
        return await answer.ReadAsync(201);
    }

    /// <summary>The open session.</summary>
    public static Task<JsonNode> CurrentAsync(this TestUser user) => user.GetAsync($"{All}/current");

    /// <summary>The companies of a session's entries, the newest first.</summary>
    public static string[] Companies(this JsonNode entries) => [.. entries.AsArray().Select(entry => entry!.Text("company")!)];

    public static async Task<JsonNode> FinishAsync(this TestUser user, JsonNode? session, params string?[] chosen)
    {
        using var answer = await user.SendAsync(HttpMethod.Post, $"{All}/{session}/finish", new { add_to_tracker = chosen });
        return await answer.ReadAsync(200);
    }
}
