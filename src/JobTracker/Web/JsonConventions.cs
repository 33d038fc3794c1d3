using System.Text.Json;
using System.Text.Json.Serialization;
using JobTracker.Kernel;

namespace JobTracker.Web;

/// <summary>How the contract writes JSON.</summary>
public static class JsonConventions
{
    private const int MaxDepth = 16;

    /// <summary>snake_case, strict about what comes in: unknown and doubled fields are refused.</summary>
    public static void Apply(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.PropertyNameCaseInsensitive = false;
        json.DictionaryKeyPolicy = null;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.MaxDepth = MaxDepth;
        json.Converters.Add(new WordConverterFactory());
        json.Converters.Add(new InstantConverter());
        json.Converters.Add(new StorableTextConverter());
        json.Converters.Add(new ChangesConverter());
    }

    /// <summary>Instants in RFC 3339: written in UTC, read with any offset but never without one.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Instant.TryParse(reader.GetString(), out var instant)
                ? instant.Value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instant.Write(value));
    }

    /// <summary>Enumerations by their outside names, exactly: the framework's own converter reads <c>"applied, screening"</c> as a third value.</summary>
    private sealed class WordConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class WordConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Wire.TryParse<T>(reader.GetString(), out var value)
                ? value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Wire.Name(value));
    }

    /// <summary>PostgreSQL stores no U+0000 and no half surrogate pair, so no text of the contract has one.</summary>
    private sealed class StorableTextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? text;
            try
            {
                text = reader.GetString();
            }
            catch (InvalidOperationException halfPair)
            {
                throw new JsonException(message: null, halfPair);
            }
            return text is null || Rules.IsStorable(text) ? text : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
