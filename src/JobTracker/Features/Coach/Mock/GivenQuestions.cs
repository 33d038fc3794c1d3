using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Mock;

/// <summary>The questions of a mock interview as the model gives them.</summary>
internal static class GivenQuestions
{
    private sealed record Given(IReadOnlyList<GivenQuestion?>? Questions);

    private sealed record GivenQuestion(string? Question);

    public static System.Text.Json.JsonElement Schema(int count) =>
        JsonAnswer.Schema(
            $$"""
            {
              "type": "object",
              "properties": {
                "questions": {
                  "type": "array", "minItems": {{count}}, "maxItems": {{count}}, 
                  "items": {
                    "type": "object",
                    "properties": { "question": { "type": "string" } },
                    "required": ["question"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["questions"],
              "additionalProperties": false
            }
            """
        );

    /// <summary>At most so many, no two nearly the same; null when they are too few for an interview.</summary>
    public static IReadOnlyList<string>? Read(string text, int count)
    {
        var questions = new List<string>();
        foreach (var given in JsonAnswer.Read<Given>(text)?.Questions ?? [])
        {
            var question = Plain.Line(given?.Question, MockQuestion.MostText);
            if (question.Length > 0 && !questions.Exists(other => Likeness.AreNearlyEqual(Folding.Fold(other), Folding.Fold(question))))
                questions.Add(question);
        }
        return questions.Count >= MockFacts.Rules.FewestQuestions ? [.. questions.Take(count)] : null;
    }
}
