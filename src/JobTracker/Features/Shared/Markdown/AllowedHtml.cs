using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace JobTracker.Features.Shared.Markdown;

/// <summary>
/// HTML written anew from a list of what is allowed: elements by name, their attributes one by one, text escaped. An element that is not on the
/// list leaves its content behind; comments and the like leave nothing.
/// </summary>
internal static class AllowedHtml
{
    private const int MostName = 200;

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a",
        "blockquote",
        "br",
        "code",
        "del",
        "em",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "input",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    };

    private static readonly string[] WithoutEnd = ["br", "hr", "input"];
    private static readonly string[] Schemes = ["https", "http", "mailto"];

    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>").Body!;
        body.InnerHtml = html;
        var written = new StringBuilder(html.Length);
        foreach (var node in body.ChildNodes)
            Write(written, node);
        return written.ToString();
    }

    /// <summary>Text as it stands between tags or in an attribute's quotes. Line breaks stay, which an encoder for any place would not let be.</summary>
    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

    private static void Write(StringBuilder written, INode node)
    {
        if (node is IText text)
            written.Append(Escaped(text.Data));
        else if (node is IElement { LocalName: "img" } picture)
            // A picture elsewhere would tell its server who reads; its words stay.
            written.Append(Escaped(picture.GetAttribute("alt") ?? ""));
        else if (node is IElement element)
            Write(written, element, StartOf(element));
    }

    private static void Write(StringBuilder written, IElement element, string? start)
    {
        written.Append(start);
        foreach (var child in element.ChildNodes)
            Write(written, child);
        if (start is not null && !WithoutEnd.Contains(element.LocalName))
            written.Append("</").Append(element.LocalName).Append('>');
    }

    /// <summary>Null when the element itself is left out.</summary>
    private static string? StartOf(IElement element)
    {
        if (!Elements.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri)
            return null;
        return element.LocalName switch
        {
            "a" => Link(element.GetAttribute("href")),
            "ol" => List(element.GetAttribute("start")),
            "input" => Box(element),
            _ => $"<{element.LocalName}>",
        };
    }

    private static string? Link(string? href) =>
        href is not null && Uri.TryCreate(href, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme)
            ? $"<a href=\"{Escaped(address.AbsoluteUri)}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">"
            : null;

    private static string List(string? start) =>
        int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{first}\">")
            : "<ol>";

    /// <summary>The box of a task. Its name, for those who hear the page, is what stands beside it.</summary>
    private static string Box(IElement element)
    {
        var name = element.ParentElement?.TextContent.Trim() ?? "";
        var label = Escaped(name.Length <= MostName ? name : name[..MostName]);
        return $"<input type=\"checkbox\" disabled aria-label=\"{label}\"{(element.HasAttribute("checked") ? " checked" : "")}>";
    }
}
