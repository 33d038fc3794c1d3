using JobTracker.Features.Shared.Spreadsheets;

namespace JobTracker.Features.Transfer.Export;

/// <summary>A column of an exported table.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="Of">What stands in it.</param>
/// <param name="Width">In characters, where it is shown.</param>
/// <param name="Most">How long its text can be; a sheet needs several columns for what is longer than a cell.</param>
internal sealed record TableColumn<T>(string Name, Func<T, Cell> Of, int Width = 16, int Most = 0);

/// <summary>Tables as sheets: headings in plain words, texts cut to the length of a cell.</summary>
internal static class SheetTable
{
    /// <summary>Of one cell, by the format's own limit, in UTF-16 units.</summary>
    public const int MostInCell = 32_767;

    // A cut may come one unit early, so as not to part a pair.
    private const int SurelyInCell = MostInCell - 1;

    /// <summary>For example <c>Posting</c>, <c>Posting 2</c>, <c>Posting 3</c>.</summary>
    public static IEnumerable<WorkbookWriter.Column> Headings<T>(this IEnumerable<TableColumn<T>> columns) =>
        from column in columns
        from part in Enumerable.Range(1, PartsOf(column))
        let words = char.ToUpperInvariant(column.Name[0]) + column.Name[1..].Replace('_', ' ')
        select new WorkbookWriter.Column(part == 1 ? words : $"{words} {part}", column.Width);

    public static IEnumerable<Cell> Row<T>(this IEnumerable<TableColumn<T>> columns, T row) =>
        columns.SelectMany(column => Cut(column.Of(row), PartsOf(column)));

    private static int PartsOf<T>(TableColumn<T> column) => Math.Max(1, (column.Most + SurelyInCell - 1) / SurelyInCell);

    private static Cell[] Cut(Cell cell, int parts)
    {
        if (parts == 1)
            return [cell];
        var pieces = new Cell[parts];
        var rest = cell.Text ?? "";
        for (var part = 0; part < parts && rest.Length > 0; part++)
        {
            var end = Math.Min(rest.Length, MostInCell);
            if (end < rest.Length && char.IsHighSurrogate(rest[end - 1]))
                end--;
            pieces[part] = Cell.Of(rest[..end]);
            rest = rest[end..];
        }
        return pieces;
    }
}
