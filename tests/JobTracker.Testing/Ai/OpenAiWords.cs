using System.Text.Json.Nodes;

namespace JobTracker.Testing.Ai;

/// <summary>What OpenAI's chat completions say, event by event, and how they say no.</summary>
public static class OpenAiWords
{
    public const string Model = "gpt-5-mini";

    /// <summary>A piece of the answer.</summary>
    public static Script Text(string text) => Event(Chunk(new JsonObject { ["content"] = text }, reason: null));

    /// <summary>The end of the answer; usage comes after it.</summary>
    public static Script Finish(string reason = "stop") => Event(Chunk(new JsonObject(), reason));

    /// <summary>The last chunk, which has no choices.</summary>
    public static Script Usage(int prompt, int completion, int reasoning = 0) =>
        Event(
            new JsonObject
            {
                ["id"] = "chatcmpl-test",
                ["object"] = "chat.completion.chunk",
                ["created"] = 1_795_000_000,
                ["model"] = Model,
                ["choices"] = new JsonArray(),
                ["usage"] = new JsonObject
                {
                    ["prompt_tokens"] = prompt,
                    ["completion_tokens"] = completion,
                    ["total_tokens"] = prompt + completion,
                    ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = reasoning },
                },
            }
        );

    /// <summary>The mark after the last chunk of a stream.</summary>
    public static Script Done() => exchange => exchange.Streams ? exchange.WriteAsync("data: [DONE]\n\n") : Task.CompletedTask;

    /// <summary>Pieces, and an end as it should be.</summary>
    public static Script Reply(params string[] pieces) =>
        Scripts.Then([.. pieces.Select(Text), Finish(), Usage(40, pieces.Length), Done()]);

    public static Script WrongKey() => Error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: sk-t****.");

    public static Script Forbidden() =>
        Error(403, "invalid_request_error", "model_not_found", "Project does not have access to the model.");

    public static Script WrongRegion() =>
        Error(403, "request_forbidden", "unsupported_country_region_territory", "Country, region, or territory not supported");

    public static Script NoSuchModel() => Error(404, "invalid_request_error", "model_not_found", "The model does not exist.");

    public static Script Busy(string? retryAfter = "7") =>
        Error(429, "requests", "rate_limit_exceeded", "Rate limit reached for requests.", retryAfter);

    public static Script NoCredit() => Error(429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota.");

    public static Script Internal() => Error(500, "server_error", code: null, "The server had an error.");

    public static Script Overloaded() => Error(503, "server_error", code: null, "The engine is currently overloaded.");

    /// <summary>An error in the middle of a stream, as an event of it.</summary>
    public static Script AsEvent(string type = "server_error", string? code = null) =>
        exchange => exchange.SendAsync(Body(type, code, "The server had an error."));

    public static Script Event(JsonObject json) => exchange => exchange.SendAsync(json.DeepClone());

    internal static JsonObject Chunk(JsonObject delta, string? reason) =>
        new()
        {
            ["id"] = "chatcmpl-test",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1_795_000_000,
            ["model"] = Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["delta"] = delta,
                    ["finish_reason"] = reason,
                }
            ),
        };

    private static Script Error(int status, string type, string? code, string message, string? retryAfter = null) =>
        Scripts.Answer(status, Body(type, code, message).ToJsonString(), retryAfter: retryAfter);

    private static JsonObject Body(string type, string? code, string message) =>
        new()
        {
            ["error"] = new JsonObject
            {
                ["message"] = message,
                ["type"] = type,
                ["param"] = null,
                ["code"] = code,
            },
        };
}
