using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

/// <summary>Bodies for interviews, and people who have some.</summary>
internal static class Rounds
{
    public const string Path = "/api/interviews";

    /// <summary>The least that is enough, with some fields more or other.</summary>
    public static JsonObject Of(JsonNode application, params (string Field, JsonNode? Value)[] fields)
    {
        var facts = new JsonObject { ["application_id"] = application["id"]!.DeepClone(), ["starts_at"] = "2026-11-23T10:00:00Z" };
        foreach (var (field, value) in fields)
            facts[field] = value;
        return facts;
    }

    /// <summary>Every field has a value of its own.</summary>
    public static JsonObject Full(JsonNode application) =>
        Of(
            application,
            ("time_zone", "Europe/London"),
            ("duration_minutes", 45),
            ("type", "technical"),
            ("format", "phone"),
            ("location", "https://meet.example/1"),
            ("status", "cancelled"),
            ("interviewer", "Hannah Whitlock"),
            ("comment", "# Ask\n\nabout maps"),
            ("debrief", "Went well.")
        );

    /// <summary>Adds one and gives the row that came back.</summary>
    public static async Task<JsonNode> AddRoundAsync(this TestUser user, JsonObject body)
    {
        using var answer = await user.Client.PostAsJsonAsync(Path, body);
        return await answer.ReadAsync(201);
    }

    /// <summary>Adds one that starts so long from now.</summary>
    public static Task<JsonNode> AddRoundAsync(
        this TestUser user,
        JobTrackerApp app,
        JsonNode application,
        TimeSpan fromNow,
        params (string Field, JsonNode? Value)[] fields
    ) => user.AddRoundAsync(Of(application, [("starts_at", Instant.Write(app.Clock.GetUtcNow() + fromNow)), .. fields]));

    /// <summary>Sets the zone that the person lives in.</summary>
    public static async Task LivesInAsync(this TestUser user, string zone, string locale = "en")
    {
        using var answer = await user.SendAsync(HttpMethod.Put, "/api/auth/update-profile", new { time_zone = zone, locale });
        await answer.ReadAsync(200);
    }
}
