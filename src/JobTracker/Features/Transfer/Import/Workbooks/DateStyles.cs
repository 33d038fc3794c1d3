using System.Globalization;
using System.Xml;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>Which cell styles show a number as a date: nothing else tells a date from a number there (ISO/IEC 29500-1, 18.8.30).</summary>
internal sealed class DateStyles
{
    private const string Path = "xl/styles.xml";
    private readonly HashSet<int> dates = [];

    public bool IsDate(int style) => dates.Contains(style);

    public static DateStyles Read(WorkbookFile workbook)
    {
        var styles = new DateStyles();
        var formats = new Dictionary<int, string>();
        using var xml = workbook.Open(Path);
        var (place, isInside) = (0, false);
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                isInside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                formats[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? "";
            else if (isInside && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var format = Number(xml, "numFmtId");
                if (IsBuiltIn(format) || (formats.TryGetValue(format, out var code) && ShowsDate(code)))
                    styles.dates.Add(place);
                place++;
            }
        }
        return styles;
    }

    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>True when a letter for year, month, day or hour stands in it, outside what is written as it stands.</summary>
    private static bool ShowsDate(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '"':
                    at = End(code, at, '"');
                    break;
                case '[' when at + 1 < code.Length && code[at + 1] is not ('h' or 'm' or 's'):
                    at = End(code, at, ']');
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H':
                    return true;
            }
        }
        return false;
    }

    private static int End(string code, int from, char mark) => code.IndexOf(mark, from + 1) is >= 0 and var end ? end : code.Length;

    private static int Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
