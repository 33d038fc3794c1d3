using System.Text.Json;
using Npgsql;

namespace JobTracker.Benchmarks.Speed;

/// <summary>Rows as they come out of the database, as JSON.</summary>
internal static class Rows
{
    /// <param name="most">The list's statement reads one row more than its page shows.</param>
    public static async Task WriteJsonAsync(NpgsqlDataReader reader, Utf8JsonWriter json, int most, CancellationToken cancel)
    {
        var names = Enumerable
            .Range(0, reader.FieldCount)
            .Select(column => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(reader.GetName(column))))
            .ToArray();
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var row = 0; row < most && await reader.ReadAsync(cancel); row++)
        {
            json.WriteStartObject();
            for (var column = 0; column < names.Length; column++)
            {
                json.WritePropertyName(names[column]);
                Write(json, reader.IsDBNull(column) ? null : reader.GetValue(column));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case DateTime instant:
                json.WriteStringValue(instant);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
