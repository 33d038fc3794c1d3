using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Web;

/// <summary>PATCH: the fields given are laid over the fields as they stand, and the whole is read like the body of a PUT.</summary>
public sealed class JsonPatching(IOptions<JsonOptions> json, IStringLocalizer<Texts> t)
{
    /// <summary>Refused with the field's name when a field is unknown or has the wrong type.</summary>
    public Outcome<T> Apply<T>(T fields, JsonObject changes)
        where T : class
    {
        var merged = JsonSerializer.SerializeToNode(fields, json.Value.SerializerOptions)!.AsObject();
        foreach (var (name, value) in changes)
            merged[name] = value?.DeepClone();
        try
        {
            // Half a surrogate pair inside of a list or an object is noticed only here, when it is written.
            return merged.Deserialize<T>(json.Value.SerializerOptions)!;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            return new Refused(JsonMistakes.Of(mistake as JsonException ?? new JsonException(), t)) { NamedAsSent = true };
        }
    }
}

/// <summary>The body of a PATCH. At a doubled field the framework's own converter fails with an exception that is no JSON mistake.</summary>
internal sealed class ChangesConverter : JsonConverter<JsonObject>
{
    public override JsonObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        var changes = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!changes.TryAdd(name, ReadValue(ref reader, name, options)))
                throw new JsonException("Duplicate field.", $"$.{name}", lineNumber: null, bytePositionInLine: null);
        }
        return changes;
    }

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);

    private static JsonNode? ReadValue(ref Utf8JsonReader reader, string name, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String
                ? JsonValue.Create(JsonSerializer.Deserialize<string>(ref reader, options))
                : JsonNode.Parse(ref reader);
        }
        catch (JsonException mistake)
        {
            throw new JsonException(mistake.Message, $"$.{name}", lineNumber: null, bytePositionInLine: null, mistake);
        }
    }
}
