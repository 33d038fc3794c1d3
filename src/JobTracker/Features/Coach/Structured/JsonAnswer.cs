using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobTracker.Features.Coach.Structured;

/// <summary>JSON as models write it.</summary>
internal static class JsonAnswer
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null for what cannot be read. Fences around it are forgiven.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        var from = text.IndexOf('{', StringComparison.Ordinal);
        var to = text.LastIndexOf('}');
        if (from < 0 || to < from)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(text[from..(to + 1)], Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement Schema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
