using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>This site's own workbook: applications on one sheet, what hangs on them on others.</summary>
internal sealed class OwnWorkbook(WorkbookFile workbook, ReadingTerms terms) : ImportSource
{
    public override ImportFormat Format => ImportFormat.Excel;
    public override bool HasIds => true;

    /// <summary>A heading as the column's name: <c>Employment type</c> is employment_type.</summary>
    public static string NameOf(string heading) => heading.ToLowerInvariant().Replace(' ', '_');

    public override IEnumerable<Incoming> Read()
    {
        var parts = new PartSheets(workbook, terms);
        foreach (var trouble in parts.Load())
        {
            yield return trouble;
            if (trouble is EndOfReading)
                yield break;
        }
        foreach (var note in parts.Bank)
            yield return note;
        foreach (var row in Rows())
            yield return row is IncomingApplication application ? parts.Complete(application) : row;
        foreach (var orphan in parts.Orphans())
            yield return orphan;
        foreach (var session in parts.Sessions)
            yield return session;
    }

    private IEnumerable<Incoming> Rows() =>
        PartSheets
            .Named(workbook, "Applications")
            .SelectMany(sheet =>
            {
                var table = new SheetRows(workbook, sheet, terms.T);
                var columns = NamedColumns.Of(table.Heading, NameOf);
                return new TableSource(ImportFormat.Excel, table, row => Application(row, columns)).Read();
            });

    private Incoming Application(TableRow row, NamedColumns columns)
    {
        var cells = new RowReading(row, columns, terms.T);
        return TableSource.Of(row, cells, OwnTable.Read(cells, terms, _ => []));
    }

    protected override void Dispose(bool disposing)
    {
        workbook.Dispose();
        base.Dispose(disposing);
    }
}
