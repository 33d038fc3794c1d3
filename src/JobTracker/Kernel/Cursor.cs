using System.Buffers.Text;
using System.Text.Json;

namespace JobTracker.Kernel;

/// <summary>The place of a row in a sorted list (keyset paging): its sort key and its id. Opaque outside.</summary>
/// <param name="Sort">Which order it belongs to; a cursor is worth nothing in another.</param>
/// <param name="Key">The sort key as text.</param>
/// <param name="Id">Decides between equal keys.</param>
public sealed record Cursor(string Sort, string Key, Guid Id)
{
    private const int MaxLength = 2_000;

    /// <summary>As it stands in <c>next_cursor</c>.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Null when the text is no cursor of this order.</summary>
    public static Cursor? Decode(string text, string sort)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
            return null;
        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text));
            return cursor?.Key is not null && !cursor.Key.Contains('\0') && cursor.Sort == sort ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
