using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>What a workbook's archive holds beside its sheets: how they are called, how cells look, and which part is what (ISO/IEC 29500-2).</summary>
internal static class WorkbookParts
{
    private const string Workbook = "xl/workbook.xml";
    private const string Styles = "xl/styles.xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="number">From 1.</param>
    public static string SheetPath(int number) => $"xl/worksheets/sheet{number}.xml";

    /// <param name="archive">Has a part for each sheet.</param>
    /// <param name="sheets">Their names.</param>
    public static void Write(ZipArchive archive, IReadOnlyList<string> sheets)
    {
        using (var styles = Open(archive, Styles))
            SheetStyles.Create().Save(styles);
        using (var workbook = Open(archive, Workbook))
            new Workbook(new Sheets(sheets.Select(Named))).Save(workbook);
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        Save(
            archive,
            "xl/_rels/workbook.xml.rels",
            new XElement(
                Links + "Relationships",
                numbers.Select(number => Link($"s{number}", "worksheet", SheetPath(number)["xl/".Length..])),
                Link("styles", "styles", Styles["xl/".Length..])
            )
        );
        Save(archive, "_rels/.rels", new XElement(Links + "Relationships", Link("workbook", "officeDocument", Workbook)));
        Save(
            archive,
            "[Content_Types].xml",
            new XElement(
                Types + "Types",
                Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                Default("xml", "application/xml"),
                Override(Workbook, "sheet.main"),
                Override(Styles, "styles"),
                numbers.Select(number => Override(SheetPath(number), "worksheet"))
            )
        );
    }

    private static Sheet Named(string name, int at) =>
        new()
        {
            Name = name,
            SheetId = (uint)at + 1,
            Id = $"s{at + 1}",
        };

    private static XElement Link(string id, string kind, string target) =>
        new(Links + "Relationship", new XAttribute("Id", id), new XAttribute("Type", $"{Office}/{kind}"), new XAttribute("Target", target));

    private static XElement Default(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string path, string kind) =>
        new(Types + "Override", new XAttribute("PartName", $"/{path}"), new XAttribute("ContentType", $"{Kinds}.{kind}+xml"));

    private static void Save(ZipArchive archive, string path, XElement root)
    {
        using var part = Open(archive, path);
        new XDocument(root).Save(part);
    }

    private static Stream Open(ZipArchive archive, string path) => archive.CreateEntry(path, CompressionLevel.Fastest).Open();
}
