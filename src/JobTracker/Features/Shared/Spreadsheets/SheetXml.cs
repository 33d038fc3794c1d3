using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>Rows of a sheet as XML (ISO/IEC 29500-1, 18.3.1).</summary>
internal static partial class SheetXml
{
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // There may be millions of cells: no object is made for each of their elements.
    public static void WriteRow(this XmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement("row", Namespace);
        foreach (var cell in cells)
        {
            writer.WriteStartElement("c", Namespace);
            Write(writer, cell);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void Write(XmlWriter writer, Cell cell)
    {
        if (cell.Text is null && cell.Number is null)
            return;
        writer.WriteAttributeString("s", ((int)cell.Looks).ToString(CultureInfo.InvariantCulture));
        if (cell.Text is { } text)
        {
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", Namespace);
            writer.WriteStartElement("t", Namespace);
            writer.WriteAttributeString("xml", "space", ns: null, "preserve");
            writer.WriteString(Escaped(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else if (cell.Number is { } number)
        {
            writer.WriteAttributeString("t", cell.Looks == Cell.Look.Truth ? "b" : "n");
            writer.WriteElementString("v", Namespace, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What XML cannot hold is written as _x0001_, and what looks like that already gets its own underscore written so (ISO/IEC 29500-1, 22.9.2.19).</summary>
    private static string Escaped(string text) =>
        Unwritable().Replace(text, match => match.Value == "_" ? "_x005F_" : $"_x{(int)match.Value[0]:X4}_");

    [GeneratedRegex("[\u0001-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex Unwritable();
}
