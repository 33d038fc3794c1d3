using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobTracker.Kernel;

/// <summary>The place of a row in a sorted list (keyset paging): its sort key and its id. Opaque outside.</summary>
/// <param name="Sort">Which order it belongs to; a cursor is worth nothing in another.</param>
/// <param name="Key">The sort key as text.</param>
/// <param name="Id">Decides between equal keys.</param>
public sealed record Cursor(string Sort, string Key, Guid Id)
{
    // A name of 200 characters becomes longer when folding takes them apart: a musical note to three, of twelve bytes each in JSON.
    private const int MaxLength = 5_000;
    private const string InstantFormat = "O";
    private const string DayFormat = "yyyy-MM-dd";

    // It never stands in a page as it is, so that letters may be written as themselves.
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it stands in <c>next_cursor</c>.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, Short));

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

    /// <summary>In an order by instants.</summary>
    public static Cursor At(string sort, DateTimeOffset instant, Guid id) =>
        new(sort, instant.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture), id);

    /// <summary>In an order by days.</summary>
    public static Cursor At(string sort, DateOnly day, Guid id) => new(sort, day.ToString(DayFormat, CultureInfo.InvariantCulture), id);

    /// <summary>The place in an order by instants; null when the text is no cursor of it.</summary>
    public static (DateTimeOffset Instant, Guid Id)? InstantPlace(string text, string sort) =>
        Decode(text, sort) is { } cursor
        && DateTimeOffset.TryParseExact(
            cursor.Key,
            InstantFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? (instant, cursor.Id)
            : null;

    /// <summary>The place in an order by days; null when the text is no cursor of it.</summary>
    public static (DateOnly Day, Guid Id)? DayPlace(string text, string sort) =>
        Decode(text, sort) is { } cursor && DateOnly.TryParseExact(cursor.Key, DayFormat, out var day) ? (day, cursor.Id) : null;
}
