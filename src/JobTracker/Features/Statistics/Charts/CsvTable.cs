using JobTracker.Features.Shared.Spreadsheets;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>A chart's table as a file that spreadsheets open.</summary>
public static class CsvTable
{
    public static byte[] Write(ChartTable table)
    {
        using var content = new MemoryStream();
        using (var file = new CsvFile(content))
        {
            file.Row(table.Columns.Select(name => Cell.Of(name)));
            foreach (var row in table.Rows)
                file.Row(row.Select(Typed));
        }
        return content.ToArray();
    }

    private static Cell Typed(object? cell) =>
        cell switch
        {
            null => default,
            int count => Cell.Of(count),
            double days => Cell.Tenths(days),
            ChartTable.Percent { Share: var share } => Cell.Percent(share),
            DateOnly day => Cell.Of(day),
            _ => Cell.Of((string)cell),
        };
}
