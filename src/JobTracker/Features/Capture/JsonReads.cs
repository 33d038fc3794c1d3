using System.Globalization;
using System.Text.Json;

namespace JobTracker.Features.Capture;

/// <summary>Reading JSON that other people wrote: whatever is missing or of another kind is nothing.</summary>
internal static class JsonReads
{
    /// <summary>A member of an object; undefined when it is no object or has no such member.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The items of a list; what is no list counts as a list of one, and nothing as none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray(),
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            _ => [element],
        };

    /// <summary>A text or a number as text; null for everything else, for empty texts, and for half a pair of surrogates.</summary>
    public static string? Text(this JsonElement element)
    {
        try
        {
            var text = element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number => element.GetRawText(),
                JsonValueKind.Object => element.Member("@value").ValueKind == JsonValueKind.String
                    ? element.Member("@value").GetString()
                    : null,
                _ => null,
            };
            return string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A number, also where it is written as text.</summary>
    public static decimal? Number(this JsonElement element) =>
        decimal.TryParse(element.Text(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
