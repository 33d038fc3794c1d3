using CsvHelper;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>
/// Writes a table as text, row by row: UTF-8 with a mark, commas, CRLF (RFC 4180). Text that a spreadsheet would take for a formula gets an
/// apostrophe in front.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    public const string MediaType = "text/csv; charset=utf-8";

    // The apostrophe itself is one of them, so that taking one away again gives back what was there.
    private const string Guarded = "=+-@'\t\r";

    private readonly CsvWriter csv;

    /// <param name="target">Stays open. Writing does not wait for it.</param>
    public CsvFile(Stream target) =>
        csv = CsvWriter.Create(
            target,
            new CsvWriterOptions { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace },
            leaveOpen: true
        );

    public void Row(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell.Text is [var first, ..] text && Guarded.Contains(first) ? $"'{text}" : cell.Bare());
        csv.EndRecord();
    }

    /// <summary>Writes what is still held.</summary>
    public void Dispose() => csv.Dispose();
}
