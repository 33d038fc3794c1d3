using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JobTracker.Tests.Web.Documents;

/// <summary>Holds a value against a schema of the document: the part of JSON Schema 2020-12 that the document uses. A word it does not know is a complaint too.</summary>
/// <param name="document">Where references lead.</param>
/// <param name="isStrict">Whether a field that the schema does not name is a complaint even where more fields are allowed.</param>
internal sealed class SchemaCheck(JsonNode document, bool isStrict)
{
    private readonly List<string> complaints = [];

    /// <summary>What is wrong, each with its place; empty when nothing is.</summary>
    public static IReadOnlyList<string> Complaints(JsonNode document, JsonNode schema, JsonNode? value, bool isStrict = true)
    {
        var check = new SchemaCheck(document, isStrict);
        check.Check(schema.AsObject(), value, "$");
        return check.complaints;
    }

    private void Check(JsonObject schema, JsonNode? value, string at)
    {
        foreach (var (word, rule) in schema)
            switch (word)
            {
                case "$ref":
                    Check(Contract.Resolve(document, schema).AsObject(), value, at);
                    break;
                case "oneOf" or "anyOf":
                    CheckAlternatives(word, rule!.AsArray(), value, at);
                    break;
                case "type":
                    Expect(
                        TypesOf(rule!).Any(type => Is(type, value)),
                        at,
                        $"is no {rule!.ToJsonString()}: {value?.ToJsonString() ?? "null"}"
                    );
                    break;
                case "enum":
                    Expect(
                        rule!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
                        at,
                        $"is none of {rule!.ToJsonString()}: {value}"
                    );
                    break;
                case "properties":
                    CheckFields(schema, value as JsonObject, at);
                    break;
                case "items" when value is JsonArray items:
                    for (var place = 0; place < items.Count; place++)
                        Check(rule!.AsObject(), items[place], $"{at}[{place}]");
                    break;
                case "required" when value is JsonObject fields:
                    foreach (var name in rule!.AsArray().Select(name => name!.GetValue<string>()))
                        Expect(fields.ContainsKey(name), at, $"lacks {name}");
                    break;
                case "additionalProperties" when rule is JsonObject other && value is JsonObject fields:
                    foreach (var (name, field) in fields)
                        Check(other, field, $"{at}.{name}");
                    break;
                default:
                    CheckBounds(word, rule!, value, at);
                    break;
            }
    }

    private void CheckBounds(string word, JsonNode rule, JsonNode? value, string at)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        var holds = word switch
        {
            "minLength" => text is null || text.EnumerateRunes().Count() >= rule.GetValue<int>(),
            "maxLength" => text is null || text.EnumerateRunes().Count() <= rule.GetValue<int>(),
            "pattern" => text is null || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)),
            "format" => text is null || HasFormat(text, rule.GetValue<string>()),
            "minimum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<decimal>() >= rule.GetValue<decimal>(),
            "maximum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<decimal>() <= rule.GetValue<decimal>(),
            "minItems" => value is not JsonArray { Count: var count } || count >= rule.GetValue<int>(),
            "maxItems" => value is not JsonArray { Count: var count } || count <= rule.GetValue<int>(),
            "description" or "default" or "items" or "required" or "additionalProperties" => true,
            _ => throw new NotSupportedException($"The check does not know the word {word}."),
        };
        Expect(holds, at, $"breaks {word} {rule.ToJsonString()}: {value}");
    }

    private void CheckFields(JsonObject schema, JsonObject? fields, string at)
    {
        var known = schema["properties"]!.AsObject();
        foreach (var (name, value) in fields ?? [])
            if (known[name] is { } field)
                Check(field.AsObject(), value, $"{at}.{name}");
            else
                Expect(
                    schema["additionalProperties"] is JsonObject || (!isStrict && schema["additionalProperties"] is null),
                    at,
                    $"has an undescribed field {name}"
                );
    }

    private void CheckAlternatives(string word, JsonArray schemas, JsonNode? value, string at)
    {
        var tries = schemas.Select(schema => Complaints(document, schema!, value, isStrict)).ToList();
        var fitting = tries.Count(complaints => complaints.Count == 0);
        Expect(
            word == "oneOf" ? fitting == 1 : fitting > 0,
            at,
            $"fits {fitting} of {word}: {string.Join("; ", tries.SelectMany(complaint => complaint))}"
        );
    }

    private void Expect(bool holds, string at, string complaint)
    {
        if (!holds)
            complaints.Add($"{at} {complaint}");
    }

    private static IEnumerable<string> TypesOf(JsonNode rule) =>
        rule is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(string type, JsonNode? value) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("null", JsonValueKind.Null) => true,
            ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.GetValue<decimal>()),
            ("number", JsonValueKind.Number) => true,
            ("array", JsonValueKind.Array) => true,
            ("object", JsonValueKind.Object) => true,
            _ => false,
        };

    private static bool HasFormat(string text, string format) =>
        format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "email" => text.Contains('@', StringComparison.Ordinal),
            _ => throw new NotSupportedException($"The check does not know the format {format}."),
        };
}
