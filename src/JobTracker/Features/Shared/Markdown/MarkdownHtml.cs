using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Syntax;

namespace JobTracker.Features.Shared.Markdown;

/// <summary>
/// Markdown (CommonMark with tables, task lists, strikethrough and bare links) as HTML that may stand in a page. Whatever Markdig writes passes an
/// allow-list of elements and attributes afterwards, so that no extension and no mistake in it can bring in more.
/// </summary>
public static class MarkdownHtml
{
    /// <summary>A page's own headings go down to h2.</summary>
    private const int HeadingsBelow = 2;
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

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

    private static readonly string[] Schemes = ["https", "http", "mailto"];

    private const int MostName = 200;

    /// <summary>HTML made of the allowed elements only. Line breaks in a paragraph stay, as people who write in a box expect.</summary>
    public static string Of(string text)
    {
        try
        {
            var document = Markdig.Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(heading.Level + HeadingsBelow, DeepestHeading);
            return Allowed(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested more than a hundred deep; it can still be read as it was typed.
            return $"<pre>{HtmlEncoder.Default.Encode(text)}</pre>";
        }
    }

    private static string Allowed(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>").Body!;
        body.InnerHtml = html;
        foreach (var node in body.Descendants().Reverse().ToList())
            if (node is IElement element)
                Check(element);
            else if (node is not IText)
                node.Parent?.RemoveChild(node);
        return body.InnerHtml;
    }

    private static void Check(IElement element)
    {
        if (element.LocalName == "img")
        {
            // A picture elsewhere would tell its server who reads; its words stay.
            element.Replace(element.Owner!.CreateTextNode(element.GetAttribute("alt") ?? ""));
            return;
        }
        if (!Elements.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri)
        {
            element.Replace([.. element.ChildNodes]);
            return;
        }
        var (link, start, isTicked) = (element.GetAttribute("href"), element.GetAttribute("start"), element.HasAttribute("checked"));
        foreach (var attribute in element.Attributes.ToList())
            element.RemoveAttribute(attribute.Name);
        if (element.LocalName == "a")
            Lead(element, link);
        else if (element.LocalName == "ol" && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            element.SetAttribute("start", first.ToString(CultureInfo.InvariantCulture));
        else if (element.LocalName == "input")
            Tick(element, isTicked);
    }

    private static void Lead(IElement element, string? link)
    {
        if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme))
        {
            element.Replace([.. element.ChildNodes]);
            return;
        }
        element.SetAttribute("href", address.AbsoluteUri);
        element.SetAttribute("rel", "noopener noreferrer nofollow");
        element.SetAttribute("target", "_blank");
    }

    private static void Tick(IElement element, bool isTicked)
    {
        element.SetAttribute("type", "checkbox");
        element.SetAttribute("disabled", "");
        // Its name, for those who hear the page, is what stands beside it.
        var name = element.ParentElement?.TextContent.Trim() ?? "";
        element.SetAttribute("aria-label", name.Length <= MostName ? name : name[..MostName]);
        if (isTicked)
            element.SetAttribute("checked", "");
    }
}
