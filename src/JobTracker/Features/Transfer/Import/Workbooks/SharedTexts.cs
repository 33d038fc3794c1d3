using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>The texts that the cells of a workbook refer to by number. They have to be held; how much that may be is bounded.</summary>
internal sealed partial class SharedTexts
{
    private const string Path = "xl/sharedStrings.xml";
    private const long MostLetters = 24_000_000;
    private const int MostTexts = 1_000_000;
    private readonly List<string> all = [];

    public string? Find(int number) => number >= 0 && number < all.Count ? all[number] : null;

    public static SharedTexts Read(WorkbookFile workbook)
    {
        var texts = new SharedTexts();
        using var xml = workbook.Open(Path);
        long letters = 0;
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var text = TextIn(xml);
            letters += text.Length;
            if (letters > MostLetters || texts.all.Count >= MostTexts)
                throw new UnpackedTooLargeException();
            texts.all.Add(text);
        }
        return texts;
    }

    /// <summary>All text inside the element that the reader stands on, however it is formatted; how it is spoken is left out.</summary>
    public static string TextIn(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = (new StringBuilder(), xml.Depth);
        var isSpoken = false;
        var isText = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
                isSpoken = true;
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "rPh" })
                isSpoken = false;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                isText = !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "t" })
                isText = false;
            else if (
                isText
                && !isSpoken
                && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
            )
                text.Append(xml.Value);
            if (text.Length > Tables.TableLimits.MostInCell)
                throw new UnpackedTooLargeException();
        }
        return Plain(text.ToString());
    }

    /// <summary>What XML cannot hold is written as <c>_x0001_</c> there (ISO/IEC 29500-1, 22.9.2.19).</summary>
    public static string Plain(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped()
                .Replace(
                    text,
                    match =>
                        ((char)int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                )
            : text;

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
