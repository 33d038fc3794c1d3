using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JobTracker.Testing.Ai;

/// <summary>
/// Gemini's HTTP interface on a loopback port: <c>generateContent</c>, <c>streamGenerateContent</c> and the list of models. Point the app's
/// <c>Gemini:BaseUrl</c> to its address.
/// </summary>
public sealed class FakeGemini : FakeProvider
{
    private const string Prefix = "/v1beta/models";
    private readonly TimeSpan pace;

    private FakeGemini(TimeSpan pace) => this.pace = pace;

    /// <summary>Starts one.</summary>
    /// <param name="port">0 takes any free one.</param>
    /// <param name="pace">Between two pieces of a plausible answer; tests need none.</param>
    public static async Task<FakeGemini> StartAsync(int port = 0, TimeSpan pace = default)
    {
        var fake = new FakeGemini(pace);
        await fake.ListenAsync(port);
        return fake;
    }

    protected override string? KeyOf(HttpRequest request) => request.Headers["x-goog-api-key"];

    protected override CallKind? KindOf(HttpRequest request, JsonNode? body)
    {
        var path = request.Path.Value ?? "";
        if (HttpMethods.IsGet(request.Method) && path.StartsWith(Prefix, StringComparison.Ordinal))
            return CallKind.Models;
        if (!HttpMethods.IsPost(request.Method) || !path.StartsWith(Prefix + "/", StringComparison.Ordinal))
            return null;
        return path[(path.LastIndexOf(':') + 1)..] switch
        {
            "streamGenerateContent" when request.Query["alt"] == "sse" => CallKind.Stream,
            "generateContent" => CallKind.Whole,
            _ => null,
        };
    }

    protected override Script Unknown => GeminiErrors.Answer(404, "NOT_FOUND", "The requested URL was not found on this server.");

    protected override Script Refusal(string? key) =>
        string.IsNullOrEmpty(key)
            ? GeminiErrors.Answer(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.")
            : GeminiErrors.WrongKey(key);

    protected override Script Models(RecordedCall call)
    {
        var name = call.Path.Split('?')[0][Prefix.Length..].TrimStart('/');
        JsonNode body =
            name.Length > 0
                ? Describe(name)
                : new JsonObject { ["models"] = new JsonArray(Describe(GeminiWords.Model), Describe("gemini-3.8-pro")) };
        return Scripts.Answer(200, body.ToJsonString());
    }

    /// <summary>Words one by one, or JSON of the schema that was asked for.</summary>
    protected override Script Plausible(RecordedCall call)
    {
        var contents = call.Body?["contents"]?.AsArray();
        var question = TextOf(contents?.LastOrDefault());
        var pieces = PlausibleAnswer.To(question, call.Body?["generationConfig"]?["responseJsonSchema"]);
        var prompt = (call.Body?.ToJsonString().Length ?? 0) / 4;
        var usage = GeminiWords.Usage(prompt, pieces.Count, 12, prompt + pieces.Count + 12);
        return Scripts.Then([
            GeminiWords.Thought("The person wants to prepare an answer."),
            .. pieces.SelectMany(piece => new[] { Scripts.Wait(pace), GeminiWords.Text(piece) }),
            GeminiWords.Finish(usage: usage),
        ]);
    }

    /// <summary>All parts in one candidate, the last word on finish and usage.</summary>
    protected override JsonNode Whole(IReadOnlyList<JsonNode> events)
    {
        if (events.FirstOrDefault(one => one["error"] is not null) is { } error)
            return error;
        var whole = events[^1].DeepClone();
        if (whole["candidates"]?[0]?["content"] is not { } content)
            return whole;
        var parts = events.SelectMany(one => one["candidates"]?[0]?["content"]?["parts"]?.AsArray() ?? []);
        content["parts"] = new JsonArray([.. parts.Select(part => part!.DeepClone())]);
        return whole;
    }

    private static JsonObject Describe(string model) =>
        new()
        {
            ["name"] = $"models/{model}",
            ["displayName"] = model,
            ["inputTokenLimit"] = 1_048_576,
            ["outputTokenLimit"] = 65_536,
            ["supportedGenerationMethods"] = new JsonArray("generateContent", "countTokens"),
        };

    private static string TextOf(JsonNode? content) =>
        string.Concat((content?["parts"]?.AsArray() ?? []).Select(part => part?["text"]?.GetValue<string>()));
}
