using JobTracker.Features.Transfer.Document;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>A table whose columns are known, row by row.</summary>
/// <param name="format">What it is.</param>
/// <param name="table">Where it stands.</param>
/// <param name="read">What a row is.</param>
/// <param name="hasIds">True where rows bring their ids.</param>
internal class TableSource(ImportFormat format, ITable table, Func<TableRow, Incoming> read, bool hasIds = false) : ImportSource
{
    public override ImportFormat Format => format;
    public override bool HasIds => hasIds;

    public override IEnumerable<Incoming> Read()
    {
        foreach (var row in table.Rows())
        {
            if (row is { IsEnd: true, Trouble: { } end })
            {
                yield return new EndOfReading(row.Number, end);
                yield break;
            }
            yield return row.Trouble is { } trouble
                ? new UnreadableRow(row.Number, Field: null, trouble)
                : read(row) with
                {
                    Size = row.Size,
                };
        }
    }

    protected override void Dispose(bool disposing)
    {
        (table as IDisposable)?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What came of a row, or why nothing did.</summary>
    public static Incoming Of(TableRow row, RowReading reading, KeptApplication kept) =>
        reading.Error ?? (Incoming)new IncomingApplication(row.Number, kept);
}
