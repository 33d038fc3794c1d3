using System.Text.Json.Nodes;
using JobTracker.Testing.Ai;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>A model whose every word is of the corpus, in the form that it was asked for: somebody's posting may have told it to.</summary>
internal static class HostileModel
{
    private const int Piece = 17;
    private const int MostWords = 400;

    // So many turns of the corpus that two answers have few pieces in common.
    private const int Apart = 4;

    /// <summary>Prose in small pieces, as it comes while one watches.</summary>
    public static Script Prose(string text) => GeminiWords.Reply([.. text.Chunk(Piece).Select(letters => new string(letters))]);

    /// <summary>JSON of the schema in the question, no two words of it alike; prose where none is asked for.</summary>
    /// <param name="quote">What it says that the person said; it has to be the person's own words.</param>
    public static Script Structured(string quote) =>
        exchange =>
        {
            var turn = 0;
            string Words(string name, int most) => name == "quote" ? quote : Corpus.Line(Math.Min(MostWords, most), Apart * turn++);
            return exchange.Call.Body?["generationConfig"]?["responseJsonSchema"] is { } schema
                ? GeminiWords.Reply(Of(schema, "", Words)!.ToJsonString())(exchange)
                : Prose(Corpus.Text())(exchange);
        };

    private static JsonNode? Of(JsonNode schema, string name, Func<string, int, string> words)
    {
        if (schema["enum"] is JsonArray choices)
            return choices[0]?.DeepClone();
        switch ((schema["type"] as JsonArray)?[0]?.ToString() ?? schema["type"]?.ToString())
        {
            case "object":
                var members = schema["properties"]!.AsObject();
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value!, member.Key, words))));
            case "array":
                var count = Math.Max(1, schema["minItems"]?.GetValue<int>() ?? 1);
                return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Of(schema["items"]!, name, words))]);
            case "integer" or "number":
                return 3;
            case "boolean":
                return true;
            default:
                return words(name, schema["maxLength"]?.GetValue<int>() ?? MostWords);
        }
    }
}
