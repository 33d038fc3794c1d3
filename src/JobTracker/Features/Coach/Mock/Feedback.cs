using JobTracker.Features.Coach.Structured;

namespace JobTracker.Features.Coach.Mock;

/// <summary>What the coach says of an answer.</summary>
public sealed record Feedback
{
    public required IReadOnlyList<Evidence> Evidence { get; init; }
    public required StarParts Star { get; init; }
    public required int Relevance { get; init; }
    public required int Clarity { get; init; }
    public required int Specificity { get; init; }
    public required IReadOnlyList<string> Strengths { get; init; }
    public required IReadOnlyList<string> Improvements { get; init; }

    /// <summary>From the person's own facts; what is missing stands in [brackets].</summary>
    public required string ImprovedAnswer { get; init; }
    public required string FollowUp { get; init; }

    /// <summary>Of the three scores.</summary>
    public double Average() => (Relevance + Clarity + Specificity) / 3.0;

    public static readonly System.Text.Json.JsonElement Schema = JsonAnswer.Schema(
        """
        {
          "type": "object",
          "properties": {
            "evidence": {
              "type": "array", "maxItems": 5,
              "items": {
                "type": "object",
                "properties": { "quote": { "type": "string" }, "comment": { "type": "string" } },
                "required": ["quote", "comment"],
                "additionalProperties": false
              }
            },
            "star": {
              "type": "object",
              "properties": {
                "situation": { "type": "string", "enum": ["present", "weak", "missing"] },
                "task": { "type": "string", "enum": ["present", "weak", "missing"] },
                "action": { "type": "string", "enum": ["present", "weak", "missing"] },
                "result": { "type": "string", "enum": ["present", "weak", "missing"] }
              },
              "required": ["situation", "task", "action", "result"],
              "additionalProperties": false
            },
            "relevance": { "type": "integer", "minimum": 1, "maximum": 5 },
            "clarity": { "type": "integer", "minimum": 1, "maximum": 5 },
            "specificity": { "type": "integer", "minimum": 1, "maximum": 5 },
            "strengths": { "type": "array", "maxItems": 3, "items": { "type": "string" } },
            "improvements": { "type": "array", "maxItems": 3, "items": { "type": "string" } },
            "improved_answer": { "type": "string" },
            "follow_up": { "type": "string" }
          },
          "required": ["evidence", "star", "relevance", "clarity", "specificity", "strengths", "improvements", "improved_answer", "follow_up"],
          "additionalProperties": false
        }
        """
    );
}

/// <param name="Quote">The person's own words, exactly.</param>
/// <param name="Comment">What they show.</param>
public sealed record Evidence(string Quote, string Comment);

/// <summary>Situation, task, action, result: whether an answer tells them.</summary>
public sealed record StarParts(StarPart Situation, StarPart Task, StarPart Action, StarPart Result);

public enum StarPart
{
    Present,
    Weak,
    Missing,
}
