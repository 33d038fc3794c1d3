using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Questions;

/// <summary>A question as the model gave it, and found good.</summary>
internal sealed record MadeQuestion(QuestionKind Kind, string Text, string? Why, ItemKind? Source)
{
    /// <summary>How many are asked for.</summary>
    public const int Count = 12;

    private const int Fewest = 4;

    public static readonly System.Text.Json.JsonElement Schema = JsonAnswer.Schema(
        """
        {
          "type": "object",
          "properties": {
            "questions": {
              "type": "array", "minItems": 12, "maxItems": 12,
              "items": {
                "type": "object",
                "properties": {
                  "kind": { "type": "string", "enum": ["behavioural", "technical", "company", "to_ask"] },
                  "question": { "type": "string" },
                  "why": { "type": "string" },
                  "source": { "type": "string", "enum": ["facts", "next_interview", "posting", "deliverable", "note", "past_interview"] }
                },
                "required": ["kind", "question", "why", "source"],
                "additionalProperties": false
              }
            }
          },
          "required": ["questions"],
          "additionalProperties": false
        }
        """
    );

    private sealed record Given(IReadOnlyList<GivenQuestion?>? Questions);

    private sealed record GivenQuestion(string? Kind, string? Question, string? Why, string? Source);

    /// <summary>Null when too few of them make sense.</summary>
    public static IReadOnlyList<MadeQuestion>? Read(string text)
    {
        var made = (JsonAnswer.Read<Given>(text)?.Questions ?? []).Select(Of).OfType<MadeQuestion>().Take(Count).ToList();
        return made.Count >= Fewest ? made : null;
    }

    private static MadeQuestion? Of(GivenQuestion? given) =>
        given is not null
        && Wire.TryParse<QuestionKind>(given.Kind, out var kind)
        && Plain.Line(given.Question, QuestionFacts.Rules.MostText) is { Length: > 0 } text
            ? new MadeQuestion(
                kind,
                text,
                Plain.Line(given.Why, QuestionFacts.Rules.MostText) is { Length: > 0 } why ? why : null,
                Wire.TryParse<ItemKind>(given.Source, out var source) ? source : null
            )
            : null;
}
