using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>The body of a question to Gemini.</summary>
internal static class GeminiRequest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly string[] Harms =
    [
        "HARM_CATEGORY_HARASSMENT",
        "HARM_CATEGORY_HATE_SPEECH",
        "HARM_CATEGORY_SEXUALLY_EXPLICIT",
        "HARM_CATEGORY_DANGEROUS_CONTENT",
    ];

    private sealed record Body(
        Content? SystemInstruction,
        IReadOnlyList<Content> Contents,
        Generation GenerationConfig,
        IReadOnlyList<Safety> SafetySettings
    );

    private sealed record Content(string? Role, IReadOnlyList<Part> Parts);

    private sealed record Part(string Text);

    private sealed record Generation(
        float? Temperature,
        int? MaxOutputTokens,
        string? ResponseMimeType,
        JsonNode? ResponseJsonSchema,
        Thinking? ThinkingConfig
    );

    private sealed record Thinking(string ThinkingLevel);

    private sealed record Safety(string Category, string Threshold);

    public static byte[] Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var all = messages.ToList();
        var instructions = all.Where(message => message.Role == ChatRole.System)
            .Select(message => message.Text)
            .Prepend(options?.Instructions);
        var parts = instructions.Where(text => !string.IsNullOrEmpty(text)).Select(text => new Part(text!)).ToList();
        var body = new Body(
            parts.Count == 0 ? null : new Content(Role: null, parts),
            [.. all.Where(message => message.Role != ChatRole.System).Select(Turn)],
            Settings(options),
            // What companies and people write about work is seldom harmful, and the filters' middle setting stumbles over it.
            [.. Harms.Select(harm => new Safety(harm, "BLOCK_ONLY_HIGH"))]
        );
        return JsonSerializer.SerializeToUtf8Bytes(body, Json);
    }

    private static Content Turn(ChatMessage message) =>
        new(message.Role == ChatRole.Assistant ? "model" : "user", [new Part(message.Text)]);

    private static Generation Settings(ChatOptions? options)
    {
        var json = options?.ResponseFormat as ChatResponseFormatJson;
        return new Generation(
            options?.Temperature,
            options?.MaxOutputTokens,
            json is null ? null : "application/json",
            json?.Schema is { } schema ? JsonSerializer.SerializeToNode(schema) : null,
            Level(options?.Reasoning?.Effort)
        );
    }

    /// <summary>Said only when it was asked for: models that do not think refuse the word.</summary>
    private static Thinking? Level(ReasoningEffort? effort) =>
        effort switch
        {
            null => null,
            ReasoningEffort.None => new Thinking("minimal"),
            ReasoningEffort.Low => new Thinking("low"),
            ReasoningEffort.Medium => new Thinking("medium"),
            _ => new Thinking("high"),
        };
}
