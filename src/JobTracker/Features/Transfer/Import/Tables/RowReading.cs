using System.Globalization;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>Takes values out of one row of a table. The first that cannot be read is what the row is refused for.</summary>
/// <param name="row">Whole.</param>
/// <param name="columns">What its cells are called.</param>
/// <param name="t">For the sentences.</param>
/// <param name="unguard">True where text that looks like a formula has an apostrophe in front, as this site's own CSV has.</param>
internal sealed class RowReading(TableRow row, NamedColumns columns, IStringLocalizer t, bool unguard = false)
{
    public UnreadableRow? Error { get; private set; }

    public string Text(string name)
    {
        var cell = columns.Cell(row, name);
        return unguard && cell.StartsWith('\'') ? cell[1..] : cell;
    }

    /// <summary>Nothing instead of an empty cell.</summary>
    public string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public DateOnly? Day(string name, Func<string, DateOnly?> read) => Value(name, read, t["This date cannot be read."]);

    public DateOnly? Day(string name) =>
        Day(
            name,
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null
        );

    public DateTimeOffset? Instant(string name) => Value(name, InUtc, t["This time cannot be read."]);

    /// <summary>Cells of workbooks know no offset: there it is UTC, as the export writes it.</summary>
    private static DateTimeOffset? InUtc(string text) =>
        ((string[])[text, text + "Z", text + "T00:00:00Z"])
            .Select(each => Kernel.Instant.TryParse(each, out var instant) ? (DateTimeOffset?)instant.Value : null)
            .FirstOrDefault(instant => instant is not null);

    public T? Word<T>(string name)
        where T : struct, Enum => Word(name, text => Wire.TryParse<T>(text, out var word) ? (T?)word : null);

    public T? Word<T>(string name, Func<string, T?> read)
        where T : struct, Enum => Value(name, read, t["This word is not one of those that can stand here."]);

    public bool Truth(string name) =>
        Value(
            name,
            text =>
                text switch
                {
                    "true" or "1" or "TRUE" => true,
                    "false" or "0" or "FALSE" => false,
                    _ => (bool?)null,
                },
            t["This value cannot be read."]
        ) ?? false;

    public int? Number(string name) =>
        Value(
            name,
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (int?)number : null,
            t["This value cannot be read."]
        );

    public Guid? Id(string name) =>
        Value(name, text => Guid.TryParseExact(text, "D", out var id) ? (Guid?)id : null, t["This id cannot be read."]);

    public void Refuse(string? field, string message) => Error ??= new UnreadableRow(row.Number, field, message);

    private T? Value<T>(string name, Func<string, T?> read, string complaint)
        where T : struct
    {
        var text = Text(name).Trim();
        if (text.Length == 0)
            return null;
        if (read(text) is { } value)
            return value;
        Refuse(name, complaint);
        return null;
    }
}
