using System.Text.Json.Nodes;

namespace JobTracker.Testing.Ai;

/// <summary>What Gemini says, event by event.</summary>
public static class GeminiWords
{
    public const string Model = "gemini-3.8-flash";

    /// <summary>A piece of the answer.</summary>
    public static Script Text(string text) => Event(Chunk([Part(text)], reason: null, usage: null));

    /// <summary>A piece of what the model thinks; nobody is to see it.</summary>
    public static Script Thought(string text) =>
        Event(Chunk([new JsonObject { ["text"] = text, ["thought"] = true }], reason: null, usage: null));

    /// <summary>A piece of the answer that already carries a finish reason.</summary>
    public static Script TextAndFinish(string text, string reason = "STOP", JsonObject? usage = null) =>
        Event(Chunk([Part(text)], reason, usage));

    /// <summary>An end whose text is empty.</summary>
    public static Script Finish(string reason = "STOP", JsonObject? usage = null) => Event(Chunk([Part("")], reason, usage));

    /// <summary>An end without any parts.</summary>
    public static Script FinishWithoutParts(string reason = "STOP", JsonObject? usage = null) => Event(Chunk(parts: null, reason, usage));

    /// <summary>The usage of the whole call so far.</summary>
    public static JsonObject Usage(int prompt, int? candidates, int? thoughts, int total)
    {
        var usage = new JsonObject { ["promptTokenCount"] = prompt, ["totalTokenCount"] = total };
        if (candidates is { } said)
            usage["candidatesTokenCount"] = said;
        if (thoughts is { } thought)
            usage["thoughtsTokenCount"] = thought;
        return usage;
    }

    /// <summary>The prompt is refused: no candidate at all.</summary>
    public static Script BlockedPrompt(string reason = "PROHIBITED_CONTENT") =>
        Event(
            new JsonObject
            {
                ["promptFeedback"] = new JsonObject { ["blockReason"] = reason },
                ["usageMetadata"] = Usage(9, candidates: null, thoughts: null, 9),
                ["modelVersion"] = Model,
            }
        );

    /// <summary>Pieces, and an end as it should be.</summary>
    public static Script Reply(params string[] pieces) =>
        Scripts.Then([.. pieces.Select(Text), Finish(usage: Usage(40, pieces.Length, 0, 40 + pieces.Length))]);

    /// <summary>An event of any form.</summary>
    public static Script Event(JsonObject json) => exchange => exchange.SendAsync(json.DeepClone());

    /// <summary>The whole text of an event, for writing it in pieces.</summary>
    public static string Frame(string text, string? reason = null) =>
        $"data: {Chunk([Part(text)], reason, usage: null).ToJsonString()}\r\n\r\n";

    internal static JsonObject Chunk(JsonArray? parts, string? reason, JsonObject? usage)
    {
        var content = new JsonObject { ["role"] = "model" };
        if (parts is not null)
            content["parts"] = parts;
        var candidate = new JsonObject { ["content"] = content, ["index"] = 0 };
        if (reason is not null)
            candidate["finishReason"] = reason;
        return new JsonObject
        {
            ["candidates"] = new JsonArray(candidate),
            ["usageMetadata"] = usage?.DeepClone() ?? Usage(40, candidates: null, thoughts: null, 40),
            ["modelVersion"] = Model,
            ["responseId"] = "fA3kZ-test",
        };
    }

    private static JsonObject Part(string text) => new() { ["text"] = text };
}
