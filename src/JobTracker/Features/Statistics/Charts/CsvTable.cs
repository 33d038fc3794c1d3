using System.Globalization;
using System.Text;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>A chart's table as a file that spreadsheets open: UTF-8 with a mark, numbers and days for machines, nothing that runs as a formula.</summary>
public static class CsvTable
{
    private const string Formulas = "=+-@'\t\r";

    public static byte[] Write(ChartTable table)
    {
        IEnumerable<IEnumerable<string>> rows = [table.Columns.Select(Raw), .. table.Rows.Select(row => row.Select(Raw))];
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(Line)))];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Raw(object? cell) =>
        cell switch
        {
            null => "",
            string text => text.Length > 0 && Formulas.Contains(text[0]) ? "'" + text : text,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            // A fraction, so that it can be reckoned with.
            ChartTable.Percent { Share: var share } => share?.ToString("0.####", CultureInfo.InvariantCulture) ?? "",
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        };

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
