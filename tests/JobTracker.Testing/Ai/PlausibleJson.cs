using System.Text.Json.Nodes;

namespace JobTracker.Testing.Ai;

/// <summary>A value of a JSON schema, with sentences that fit the names of its properties. A <c>quote</c> is taken from the person's own words.</summary>
public sealed class PlausibleJson(string words)
{
    private const int MostQuote = 80;
    private const int UsualItems = 2;
    private readonly Dictionary<string, int> turns = new(StringComparer.Ordinal);
    private int turn;

    public JsonNode Of(JsonNode schema) => Of("", schema) ?? new JsonObject();

    private JsonNode? Of(string name, JsonNode schema)
    {
        if (schema["enum"] is JsonArray choices)
            return choices[turn++ % choices.Count]?.DeepClone();
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray either)
            return Of(name, either.First(one => one?["type"]?.ToString() != "null")!);
        var type = schema["type"] is JsonArray types ? types.First(one => one?.ToString() != "null") : schema["type"];
        return type?.ToString() switch
        {
            "object" => Members(schema),
            "array" => Items(name, schema),
            "integer" or "number" => Number(schema),
            "boolean" => JsonValue.Create(turn++ % 2 == 0),
            _ => JsonValue.Create(Cut(Sentence(name), schema["maxLength"]?.GetValue<int>())),
        };
    }

    private JsonObject Members(JsonNode schema)
    {
        var made = new JsonObject();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
            made[name] = Of(name, member!);
        return made;
    }

    private JsonArray Items(string name, JsonNode schema)
    {
        var least = schema["minItems"]?.GetValue<int>() ?? UsualItems;
        var most = schema["maxItems"]?.GetValue<int>() ?? int.MaxValue;
        var items = Enumerable.Range(0, Math.Min(Math.Max(least, 1), most)).Select(_ => Of(name, schema["items"]!));
        return new JsonArray([.. items]);
    }

    private JsonValue Number(JsonNode schema)
    {
        var least = schema["minimum"]?.GetValue<double>() ?? 1;
        var most = schema["maximum"]?.GetValue<double>() ?? 5;
        return JsonValue.Create((int)Math.Clamp(3 + (turn++ % 2), least, most));
    }

    private string Sentence(string name) =>
        name switch
        {
            "quote" => Quote(),
            _ => PlausibleTexts.For(name, TurnOf(name)),
        };

    /// <summary>Each name goes through its own sentences, so that they come again as late as they can.</summary>
    private int TurnOf(string name)
    {
        var now = turns.GetValueOrDefault(name);
        turns[name] = now + 1;
        return now;
    }

    private string Quote()
    {
        var sentence =
            words.Split('\n', '.', '!', '?').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0 && part[0] != '<') ?? words;
        return Cut(sentence, MostQuote);
    }

    private static string Cut(string text, int? most) => text.Length > most ? text[..most.Value] : text;
}
