using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace JobTracker.Features.Capture;

/// <summary>What stands on a page of HTML.</summary>
/// <param name="Text">Its words: paragraphs apart, a line for each point of a list. Scripts, styles and the like are left out.</param>
/// <param name="Title">Of the page; null when it has none.</param>
/// <param name="Blocks">Its blocks of linked data, as they stand.</param>
internal sealed record PageText(string Text, string? Title, IReadOnlyList<string> Blocks)
{
    private const string LinkedData = "application/ld+json";
    private const int MostBlocks = 50;

    private static readonly Dictionary<string, HtmlParseMode> Raw = new(StringComparer.Ordinal)
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["xmp"] = HtmlParseMode.Rawtext,
        ["noscript"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal)
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "dl",
        "table",
        "form",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "address",
        "figure",
        "fieldset",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "br", "tr", "dt", "dd", "option", "legend", "caption" };

    /// <summary>
    /// Reads the tokens and builds no tree of them: with a tree, a page of nothing but opening tags costs the square of its length, by the
    /// rules of HTML itself.
    /// </summary>
    public static PageText Read(string html)
    {
        var tokens = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver);
        var text = new Flow();
        var blocks = new List<string>();
        string? title = null;
        HtmlTagToken? within = null;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag when Raw.TryGetValue(token.Name, out var mode):
                    tokens.State = mode;
                    within = token.AsTag();
                    break;
                case HtmlTokenType.StartTag or HtmlTokenType.EndTag:
                    within = null;
                    Break(text, token);
                    break;
                case HtmlTokenType.Character when within is null:
                    text.Add(token.Data);
                    break;
                case HtmlTokenType.Character when within.Name is "title":
                    title ??= token.Data;
                    break;
                case HtmlTokenType.Character when IsLinkedData(within) && blocks.Count < MostBlocks:
                    blocks.Add(token.Data);
                    break;
            }
        }
        return new PageText(text.ToString(), title, blocks);
    }

    /// <summary>Of a piece of HTML, or of plain text that may have been made of some: only the words.</summary>
    public static string Words(string piece)
    {
        var unfolded =
            Looks.LikeHtml(piece) || !piece.Contains('&', StringComparison.Ordinal) ? piece : System.Net.WebUtility.HtmlDecode(piece);
        return Looks.LikeHtml(unfolded) ? Read(unfolded).Text : unfolded;
    }

    private static void Break(Flow text, HtmlToken tag)
    {
        if (Paragraphs.Contains(tag.Name))
            text.Paragraph();
        else if (Lines.Contains(tag.Name))
            text.Line();
        else if (tag.Name is "li" && tag.Type == HtmlTokenType.StartTag)
            text.Point();
        else if (tag.Name is "td" or "th")
            text.Add(" ");
    }

    private static bool IsLinkedData(HtmlTagToken tag) =>
        tag.Name is "script" && tag.GetAttribute("type").Trim().StartsWith(LinkedData, StringComparison.OrdinalIgnoreCase);

    /// <summary>Text that is put together as a browser would show it, with its white space collapsed.</summary>
    private sealed class Flow
    {
        private readonly StringBuilder text = new();
        private int breaks;
        private bool gap;
        private bool point;

        public void Add(string words)
        {
            foreach (var letter in words)
            {
                if (char.IsWhiteSpace(letter))
                {
                    gap = true;
                    continue;
                }
                Separate();
                text.Append(letter);
            }
        }

        public void Line() => breaks = Math.Max(breaks, 1);

        public void Paragraph() => breaks = Math.Max(breaks, point ? 1 : 2);

        public void Point()
        {
            Line();
            point = true;
        }

        public override string ToString() => text.ToString();

        private void Separate()
        {
            if (text.Length > 0 && breaks > 0)
                text.Append('\n', breaks);
            else if (text.Length > 0 && gap)
                text.Append(' ');
            if (point)
                text.Append("- ");
            (breaks, gap, point) = (0, false, false);
        }
    }
}
