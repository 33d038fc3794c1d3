using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JobTracker.Testing.Ai;

/// <summary>An answer that looks like a model's: Markdown word by word, or JSON of the schema that was asked for.</summary>
public static partial class PlausibleAnswer
{
    // White space stays with the word before it, so that the pieces make up the text again.
    private const int WordsInAPiece = 2;

    /// <summary>The pieces in order.</summary>
    /// <param name="question">The person's last words.</param>
    /// <param name="schema">A JSON schema, when the answer has to follow one.</param>
    public static IReadOnlyList<string> To(string question, JsonNode? schema) =>
        Pieces(schema is null ? Chat(question) : Json(question, schema));

    private static string Json(string question, JsonNode schema) =>
        new PlausibleJson(question)
            .Of(schema)
            .ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static string Chat(string question) => French().IsMatch(question) ? PlausibleTexts.InFrench : PlausibleTexts.InEnglish;

    private static List<string> Pieces(string text) =>
        [.. Words().Matches(text).Select(word => word.Value).Chunk(WordsInAPiece).Select(words => string.Concat(words))];

    [GeneratedRegex(@"\S+\s*|\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"\b(?:je|vous|mon|ma|mes|une|des|est|pour|comment|quelles?|quels?)\b",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex French();
}
