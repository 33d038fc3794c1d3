using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>Workbooks written by hand, for what no program writes.</summary>
internal static class Workbooks
{
    public const string DateStyles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
        """;

    /// <summary>One sheet with these rows of XML.</summary>
    public static byte[] Of(string rows, string workbookProperties = "", string? sharedStrings = null, string before = "") =>
        Archive(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{workbookProperties}<sheets><sheet name=\"Suivi\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            ("xl/styles.xml", DateStyles),
            ("xl/sharedStrings.xml", sharedStrings ?? "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"),
            (
                "xl/worksheets/sheet1.xml",
                $"{before}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
            )
        );

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        for (var at = 0; at < cells.Length; at++)
            row.Append(
                CultureInfo.InvariantCulture,
                $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{cells[at]}</t></is></c>"
            );
        return row.Append("</row>").ToString();
    }

    public static byte[] Archive(params (string Name, string Text)[] entries) =>
        Archive([.. entries.Select(entry => (entry.Name, (IEnumerable<byte[]>)[Encoding.UTF8.GetBytes(entry.Text)]))]);

    /// <summary>Entries of any length, written piece by piece.</summary>
    public static byte[] Archive(IReadOnlyList<(string Name, IEnumerable<byte[]> Pieces)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, pieces) in entries)
            {
                using var content = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                foreach (var piece in pieces)
                    content.Write(piece);
            }
        }
        return bytes.ToArray();
    }
}
