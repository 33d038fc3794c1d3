using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace JobTracker.Tests.Features.Shared;

/// <summary>The only markup that may come out of what somebody, or a model, has written.</summary>
internal static class AllowedMarkup
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "rel", "target"],
        ["ol"] = ["start"],
        ["input"] = ["type", "disabled", "checked", "aria-label"],
    };

    private static readonly string[] Plain =
    [
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
        "li",
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
    ];

    public static void Check(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>").Body!;
        body.InnerHtml = html;
        foreach (var node in body.Descendants())
        {
            if (node is IText)
                continue;
            var element = Assert.IsAssignableFrom<IElement>(node);
            Assert.Equal(NamespaceNames.HtmlUri, element.NamespaceUri);
            var attributes = Allowed.GetValueOrDefault(element.LocalName);
            if (attributes is null)
                Assert.Contains(element.LocalName, Plain);
            foreach (var attribute in element.Attributes)
                Assert.Contains(attribute.Name, attributes ?? []);
            if (element.LocalName == "a")
                Assert.Contains(new Uri(element.GetAttribute("href")!).Scheme, (string[])["http", "https", "mailto"]);
            if (element.LocalName == "input")
                Assert.True(element.GetAttribute("type") == "checkbox" && element.HasAttribute("disabled"), html);
        }
    }
}
