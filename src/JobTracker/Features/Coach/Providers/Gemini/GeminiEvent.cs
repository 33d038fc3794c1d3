using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>One event of a streamed answer, as far as it is read here.</summary>
internal sealed record GeminiEvent(
    IReadOnlyList<GeminiEvent.Candidate>? Candidates,
    GeminiEvent.Feedback? PromptFeedback,
    GeminiEvent.Usage? UsageMetadata
)
{
    public sealed record Candidate(Content? Content, string? FinishReason);

    public sealed record Content(IReadOnlyList<Part>? Parts);

    /// <param name="Thought">True for what the model says to itself.</param>
    public sealed record Part(string? Text, bool? Thought);

    public sealed record Feedback(string? BlockReason);

    /// <summary>Counted from the beginning of the answer, so the last one counts.</summary>
    public sealed record Usage(int? PromptTokenCount, int? ThoughtsTokenCount, int? TotalTokenCount);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <exception cref="JsonException">It is something else.</exception>
    public static GeminiEvent Parse(JsonElement json) => json.Deserialize<GeminiEvent>(Json) ?? throw new JsonException();

    /// <summary>The one answer that was asked for; null in an event of numbers alone.</summary>
    [JsonIgnore]
    public Candidate? First => Candidates is [var first, ..] ? first : null;

    /// <summary>What is to be shown; empty for an event of thoughts, or of numbers alone.</summary>
    public string Text() => string.Concat((First?.Content?.Parts ?? []).Where(part => part.Thought != true).Select(part => part.Text));
}
