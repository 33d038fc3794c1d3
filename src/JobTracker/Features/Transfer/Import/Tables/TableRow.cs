namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>A row of a table as text: dates as YYYY-MM-DD, instants in RFC 3339, truths as true and false, where the table has types.</summary>
/// <param name="Number">As a spreadsheet counts it, the heading being 1.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Why nothing of it can be used, or nothing behind it; null when it is whole.</summary>
    public string? Trouble { get; init; }

    /// <summary>True when the trouble ends the reading.</summary>
    public bool IsEnd { get; init; }

    /// <summary>Of the file, about.</summary>
    public int Size => Cells.Sum(cell => cell.Length);

    public bool IsBlank => Trouble is null && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A table that is read row by row, as often as that is asked for.</summary>
public interface ITable
{
    /// <summary>The heading.</summary>
    IReadOnlyList<string> Heading { get; }

    /// <summary>Why not even the heading can be read.</summary>
    string? Trouble { get; }

    /// <summary>What follows the heading; blank rows are left out.</summary>
    IEnumerable<TableRow> Rows();
}

/// <summary>What no table of anybody's search has.</summary>
internal static class TableLimits
{
    public const int MostColumns = 500;

    /// <summary>Of one cell; the longest that is stored is a posting, which has half of it.</summary>
    public const int MostInCell = 200_000;

    /// <summary>Of one row.</summary>
    public const int MostInRow = 1_000_000;
}
