using System.Text.Json.Nodes;
using Xunit;

namespace JobTracker.Testing;

/// <summary>Reading answers: a test says which status it expects and gets the body.</summary>
public static class Answers
{
    /// <summary>The JSON body, after making sure of the status; the whole answer is shown when it is another.</summary>
    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(
            (int)answer.StatusCode == status,
            $"Expected {status} of {answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery}, got {(int)answer.StatusCode}: {body}"
        );
        return string.IsNullOrEmpty(body) ? new JsonObject() : JsonNode.Parse(body)!;
    }

    /// <summary>A problem with its code; gives the body for looking at more.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, int status, string code)
    {
        var problem = await answer.ReadAsync(status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem["code"]?.GetValue<string>());
        Assert.Equal(status, problem["status"]?.GetValue<int>());
        Assert.NotNull(problem["trace_id"]);
        return problem;
    }

    /// <summary>A 400 that names exactly these fields.</summary>
    public static async Task RefusesAsync(this HttpResponseMessage answer, params string[] fields)
    {
        var problem = await answer.ProblemAsync(400, "invalid");
        Assert.Equal(
            fields.Order(StringComparer.Ordinal),
            problem["errors"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A field as text, in the form that it has in JSON; null where JSON says null.</summary>
    public static string? Text(this JsonNode row, string field) => row[field]?.ToString();
}
