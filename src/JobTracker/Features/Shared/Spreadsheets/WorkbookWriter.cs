using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>Writes a workbook sheet by sheet and row by row, forwards only: nothing of it is ever held as a whole.</summary>
public sealed class WorkbookWriter : IAsyncDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Enough = 64 * 1024;

    private static readonly XmlWriterSettings AsItIs = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
    };

    private readonly PatientStream target;
    private readonly ZipArchive archive;
    private readonly List<string> sheets = [];

    /// <param name="stream">Stays open.</param>
    public WorkbookWriter(Stream stream)
    {
        target = new PatientStream(stream);
        archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>The format's own limit for a sheet, its heading included.</summary>
    public int MostRows { get; init; } = 1_048_576;

    /// <summary>A column: what stands above it, and how many characters wide it is.</summary>
    public sealed record Column(string Heading, int Width);

    /// <summary>Adds a sheet under a heading that stays in sight; what it cannot hold goes on in a second one of that name.</summary>
    /// <param name="name">At most 28 characters.</param>
    public async Task AddAsync(
        string name,
        IReadOnlyList<Column> columns,
        IAsyncEnumerable<IEnumerable<Cell>> rows,
        CancellationToken cancel
    )
    {
        await using var row = rows.GetAsyncEnumerator(cancel);
        var hasRow = await row.MoveNextAsync();
        for (var part = 1; part == 1 || hasRow; part++)
        {
            sheets.Add(part == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {part}"));
            await using var entry = archive.CreateEntry(WorkbookParts.SheetPath(sheets.Count), CompressionLevel.Fastest).Open();
            using var writer = XmlWriter.Create(entry, AsItIs);
            writer.WriteStartElement("worksheet", SheetXml.Namespace);
            HeadingInSight(isFirst: sheets.Count == 1).WriteTo(writer);
            new Columns(columns.Select(Width)).WriteTo(writer);
            writer.WriteStartElement("sheetData", SheetXml.Namespace);
            writer.WriteRow(columns.Select(column => Cell.Heading(column.Heading)));
            for (var count = 1; hasRow && count < MostRows; count++)
            {
                writer.WriteRow(row.Current);
                if (target.Held > Enough)
                    await target.SendAsync(cancel);
                hasRow = await row.MoveNextAsync();
            }
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
    }

    public Task AddAsync(string name, IReadOnlyList<Column> columns, IEnumerable<IEnumerable<Cell>> rows, CancellationToken cancel) =>
        AddAsync(name, columns, rows.ToAsyncEnumerable(), cancel);

    /// <summary>Without it the workbook is not whole.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        WorkbookParts.Write(archive, sheets);
        await archive.DisposeAsync();
        await target.SendAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await archive.DisposeAsync();
        await target.DisposeAsync();
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
}
