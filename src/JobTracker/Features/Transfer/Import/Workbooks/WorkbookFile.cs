using System.IO.Compression;
using System.Xml;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>An .xlsx file: its sheets, its texts, and which of its numbers are dates. XML is read forwards, without document types and from nowhere else.</summary>
internal sealed class WorkbookFile : IDisposable
{
    private const string Main = "xl/workbook.xml";
    private const string Relations = "xl/_rels/workbook.xml.rels";
    private const int MostSheets = 100;
    private const int MostRelations = 1_000;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);

    /// <summary>Throws what <see cref="IsBroken"/> knows.</summary>
    /// <param name="archive">Is closed with it.</param>
    public WorkbookFile(ZipArchive archive)
    {
        this.archive = archive;
        ReadSheets();
        Styles = DateStyles.Read(this);
        Texts = SharedTexts.Read(this);
    }

    /// <summary>The names of the sheets, as they stand in the file.</summary>
    public List<string> Sheets { get; } = [];

    /// <summary>True where days are counted from 1904.</summary>
    public bool Since1904 { get; private set; }
    public DateStyles Styles { get; }
    public SharedTexts Texts { get; }

    /// <summary>True for an archive that can be a workbook.</summary>
    public static bool Is(ZipArchive archive) => archive.GetEntry(Main) is not null;

    /// <summary>True for what reading throws at a file that is damaged or means harm.</summary>
    public static bool IsBroken(Exception exception) => exception is XmlException || Archives.BoundedEntry.IsBroken(exception);

    public XmlReader OpenSheet(string name) => Open(paths[name]) ?? throw new InvalidDataException();

    /// <summary>Null when there is no such part.</summary>
    public XmlReader? Open(string path) =>
        archive.GetEntry(path) is { } entry
            ? XmlReader.Create(
                new BoundedStream(entry.Open(), entry.CompressedLength),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    CloseInput = true,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                }
            )
            : null;

    private void ReadSheets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = Open(Relations) ?? throw new InvalidDataException())
        {
            while (relations.Read())
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && targets.Count < MostRelations)
                    targets[relations.GetAttribute("Id") ?? ""] = relations.GetAttribute("Target") ?? "";
        }
        using var workbook = Open(Main) ?? throw new InvalidDataException();
        while (workbook.Read())
        {
            if (workbook.NodeType != XmlNodeType.Element)
                continue;
            if (workbook.LocalName == "workbookPr")
                Since1904 = workbook.GetAttribute("date1904") is "1" or "true";
            if (workbook.LocalName != "sheet" || workbook.GetAttribute("name") is not { } name)
                continue;
            var id = workbook.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? "";
            // One part under many names would be read many times.
            if (Sheets.Count >= MostSheets || !targets.Remove(id, out var target))
                continue;
            var path = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            if (!paths.ContainsValue(path) && paths.TryAdd(name, path))
                Sheets.Add(name);
        }
        if (Sheets.Count == 0)
            throw new InvalidDataException();
    }

    public void Dispose() => archive.Dispose();
}
