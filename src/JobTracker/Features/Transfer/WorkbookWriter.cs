using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace JobTracker.Features.Transfer;

/// <summary>Writes a workbook sheet by sheet and row by row: no sheet is ever held as a whole.</summary>
internal sealed partial class WorkbookWriter : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart workbook;
    private readonly List<(string Name, string Part)> sheets = [];

    /// <param name="stream">Can be read, written and sought, and stays open.</param>
    public WorkbookWriter(Stream stream)
    {
        document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Create();
    }

    /// <summary>A column: what stands above it, and how many characters wide it is.</summary>
    public sealed record Column(string Heading, int Width);

    /// <summary>Adds a sheet under a heading that stays in sight.</summary>
    /// <param name="name">At most 31 characters.</param>
    public void Add(string name, IReadOnlyList<Column> columns, IEnumerable<IEnumerable<Cell>> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        sheets.Add((name, workbook.GetIdOfPart(part)));
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(HeadingInSight(isFirst: sheets.Count == 1));
        writer.WriteElement(new Columns(columns.Select(Width)));
        writer.WriteStartElement(new SheetData());
        Write(writer, columns.Select(column => Cell.Heading(column.Heading)));
        foreach (var row in rows)
            Write(writer, row);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    public void Dispose()
    {
        workbook.Workbook = new Workbook(
            new Sheets(
                sheets.Select(
                    (sheet, at) =>
                        new Sheet
                        {
                            Name = sheet.Name,
                            SheetId = (uint)at + 1,
                            Id = sheet.Part,
                        }
                )
            )
        );
        document.Dispose();
    }

    private static void Write(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(Written(cell));
        writer.WriteEndElement();
    }

    private static Xlsx.Cell Written(Cell cell)
    {
        var written = new Xlsx.Cell { StyleIndex = (uint)cell.Looks };
        if (cell.Text is { } text)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve });
        }
        else if (cell.Number is { } number)
        {
            written.DataType = CellValues.Number;
            written.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        return written;
    }

    private static SheetViews HeadingInSight(bool isFirst) =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
                TabSelected = isFirst,
            }
        );

    private static Xlsx.Column Width(Column column, int at) =>
        new()
        {
            Min = (uint)at + 1,
            Max = (uint)at + 1,
            Width = column.Width,
            CustomWidth = true,
        };

    /// <summary>What XML cannot hold is written as _x0001_, and what looks like that already gets its own underscore written so (ISO/IEC 29500-1, 22.9.2.19).</summary>
    private static string Escaped(string text) =>
        Unwritable().Replace(text, match => match.Value == "_" ? "_x005F_" : $"_x{(int)match.Value[0]:X4}_");

    [GeneratedRegex("[\u0001-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex Unwritable();
}
