using System.Globalization;
using System.Xml;
using JobTracker.Features.Transfer.Import.Tables;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>The cells of one row, as text.</summary>
internal sealed class SheetCells(WorkbookFile workbook, IStringLocalizer t)
{
    private readonly List<string> cells = [];
    private int letters;
    private string? trouble;
    private bool isEnd;

    /// <param name="xml">Stands on the row; stands on its end afterwards.</param>
    /// <param name="number">The row's.</param>
    public TableRow Read(XmlReader xml, int number)
    {
        var depth = xml.Depth;
        while (!isEnd && xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                ReadCell(xml);
        }
        return new TableRow(number, trouble is null ? cells : []) { Trouble = trouble, IsEnd = isEnd };
    }

    private void ReadCell(XmlReader xml)
    {
        var place = xml.GetAttribute("r") is { } name ? PlaceOf(name) : cells.Count;
        if (place < 0 || place >= TableLimits.MostColumns)
        {
            (trouble, isEnd) = (t["There are more than {0} columns.", TableLimits.MostColumns], true);
            return;
        }
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var text = xml.IsEmptyElement ? "" : Content(xml, type, style);
        if ((letters += text.Length) > TableLimits.MostInRow || text.Length > TableLimits.MostInCell)
            (trouble, isEnd) = (t["The row has more than {0} characters.", TableLimits.MostInRow], true);
        else if (!Kernel.Rules.IsStorable(text))
            trouble ??= t["This text has a character that cannot be kept."];
        while (cells.Count <= place)
            cells.Add("");
        cells[place] = text;
    }

    private string Content(XmlReader xml, string? type, string? style)
    {
        var (depth, content, address) = (xml.Depth, "", xml.GetAttribute("r") ?? "?");
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "f")
                trouble ??= t["Cell {0} is a formula. Put its value there: copy, then paste values.", address];
            else if (xml.LocalName == "is")
                content = SharedTexts.TextIn(xml);
            else if (
                xml.LocalName == "v"
                && !xml.IsEmptyElement
                && xml.Read()
                && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace
            )
                content = xml.Value;
        }
        return Shown(content, type, style, address);
    }

    private string Shown(string content, string? type, string? style, string address)
    {
        switch (type)
        {
            case "s":
                if (
                    int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out var shared)
                    && workbook.Texts.Find(shared) is { } text
                )
                    return text;
                trouble ??= t["Cell {0} cannot be read.", address];
                return "";
            case "b":
                return content == "1" ? "true" : "false";
            case "e":
                trouble ??= t["Cell {0} shows an error.", address];
                return "";
            case "str":
                return SharedTexts.Plain(content);
            case "inlineStr" or "d":
                return content;
        }
        var isDate = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var look) && workbook.Styles.IsDate(look);
        if (!double.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !isDate)
            return content;
        if (SerialDate.Write(number, workbook.Since1904) is { } date)
            return date;
        trouble ??= t["Cell {0} holds no date that there is.", address];
        return "";
    }

    /// <summary>AB7 is 27; -1 for what is no address or lies beyond any sheet.</summary>
    private static int PlaceOf(string address)
    {
        var place = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            place = place * 26 + (letter - 'A' + 1);
        return place - 1;
    }
}

/// <summary>Dates as workbooks count them.</summary>
internal static class SerialDate
{
    // Before March 1900 that calendar has a day that there was not.
    private const double First = 61;
    private const double End = 2_958_466;
    private const int From1900To1904 = 1_462;
    private static readonly DateTime Zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>A day, or a moment to the microsecond; null for none that there is.</summary>
    public static string? Write(double number, bool since1904)
    {
        var days = since1904 ? number + From1900To1904 : number;
        if (!(days >= First && days < End))
            return null;
        var moment = Zero.AddDays(Math.Floor(days)).AddMicroseconds(Math.Round((days - Math.Floor(days)) * TimeSpan.MicrosecondsPerDay));
        return moment.TimeOfDay == TimeSpan.Zero
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
    }
}
