using System.Globalization;
using System.Xml;
using JobTracker.Features.Transfer.Import.Tables;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>A sheet as a table, read forwards.</summary>
internal sealed class SheetRows : ITable, IDisposable
{
    private readonly WorkbookFile workbook;
    private readonly string sheet;
    private readonly IStringLocalizer t;
    private readonly bool ownsFile;

    /// <param name="workbook">Where it stands.</param>
    /// <param name="sheet">Its name.</param>
    /// <param name="t">For the sentences.</param>
    /// <param name="ownsFile">Whether the workbook is closed with it.</param>
    public SheetRows(WorkbookFile workbook, string sheet, IStringLocalizer t, bool ownsFile = false)
    {
        (this.workbook, this.sheet, this.t, this.ownsFile) = (workbook, sheet, t, ownsFile);
        var heading = All().FirstOrDefault();
        Trouble = heading?.Trouble;
        Heading = heading is null ? [] : [.. heading.Cells.Select(cell => cell.Trim())];
    }

    public string? Trouble { get; }
    public IReadOnlyList<string> Heading { get; }

    public IEnumerable<TableRow> Rows() => All().Skip(1).Where(row => !row.IsBlank);

    private IEnumerable<TableRow> All()
    {
        XmlReader xml;
        TableRow? broken = null;
        try
        {
            xml = workbook.OpenSheet(sheet);
        }
        catch (Exception trouble) when (WorkbookFile.IsBroken(trouble))
        {
            xml = XmlReader.Create(TextReader.Null);
            broken = Broken(1, trouble);
        }
        using (xml)
        {
            var number = 0;
            while (broken is null && Next(xml, ref number) is { } row)
            {
                yield return row;
                if (row.IsEnd)
                    yield break;
            }
        }
        if (broken is not null)
            yield return broken;
    }

    /// <summary>Null at the end.</summary>
    private TableRow? Next(XmlReader xml, ref int number)
    {
        try
        {
            while (xml.Read())
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                    continue;
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said)
                    ? said
                    : number + 1;
                return xml.IsEmptyElement ? new TableRow(number, []) : new SheetCells(workbook, t).Read(xml, number);
            }
            return null;
        }
        catch (Exception trouble) when (WorkbookFile.IsBroken(trouble))
        {
            return Broken(number + 1, trouble);
        }
    }

    private TableRow Broken(int number, Exception trouble) =>
        new(number, [])
        {
            IsEnd = true,
            Trouble =
                trouble is UnpackedTooLargeException
                    ? t["What is packed in the file is too large."]
                    : t["From here on the workbook is damaged, or holds something that no workbook needs."],
        };

    public void Dispose()
    {
        if (ownsFile)
            workbook.Dispose();
    }
}
