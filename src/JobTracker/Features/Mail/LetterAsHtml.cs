using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace JobTracker.Features.Mail;

/// <summary>A letter as a page of its own: nothing is loaded, and the colours follow the reader's light or dark theme.</summary>
internal static class LetterAsHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // The site's colours, which mail programs do not know by name or as oklch().
    private const string Style = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        body { margin: 0; padding: 24px 12px; background: #f8f5f0; color: #18252c; font: 16px/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        .sheet { max-width: 560px; margin: 0 auto; padding: 28px; background: #fffdfb; border: 1px solid #e3ded5; border-radius: 12px; }
        .name { margin: 0 0 20px; font-weight: 700; color: #07635c; }
        h2 { margin: 26px 0 6px; font-size: 17px; line-height: 1.3; }
        p { margin: 0 0 14px; overflow-wrap: anywhere; }
        a { color: #07635c; }
        .button { display: inline-block; padding: 11px 20px; border-radius: 10px; background: #07635c; color: #fbfcf8; font-weight: 600; text-decoration: none; }
        ul { margin: 0 0 14px; padding: 0; list-style: none; }
        li { padding: 9px 0; border-top: 1px solid #e3ded5; overflow-wrap: anywhere; }
        li a { font-weight: 600; }
        .note, .small { color: #546169; font-size: 14px; }
        .note { display: block; }
        .late { color: #9e2d23; }
        .foot { margin: 22px 0 0; padding-top: 14px; border-top: 1px solid #e3ded5; }
        .foot p { margin: 0 0 8px; }
        @media (prefers-color-scheme: dark) {
          body { background: #10181c; color: #eae6dd; }
          .sheet { background: #1a2328; border-color: #313b40; }
          .name, a { color: #6dc9bc; }
          .button { background: #6dc9bc; color: #03201e; }
          li, .foot { border-color: #313b40; }
          .note, .small { color: #b0aca3; }
          .late { color: #f19485; }
        }
        """;

    public static string Write(Letter letter, Uri home)
    {
        var small = letter.Parts.OfType<SmallPrint>();
        return $"""
            <!doctype html>
            <html lang="{letter.Locale}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Encode(letter.Subject)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <div class="sheet">
            <p class="name">JobTracker</p>
            {string.Concat(letter.Parts.Where(part => part is not SmallPrint).Select(Block))}<div class="foot">
            {string.Concat(small.Select(print => $"<p class=\"small\">{Print(print)}</p>\n"))}<p class="small">{Link(
                home,
                "JobTracker",
                ""
            )}</p>
            </div>
            </div>
            </body>
            </html>

            """;
    }

    private static string Block(LetterPart part) =>
        part switch
        {
            Paragraph paragraph => $"<p>{string.Join("<br>\n", Lines(paragraph.Text).Select(Encode))}</p>\n",
            Button button =>
                $"<p>{Link(button.Link, button.Text, "button")}</p>\n<p class=\"small\">{Link(
                button.Link,
                button.Link.AbsoluteUri,
                ""
            )}</p>\n",
            Listing listing => Block(listing),
            _ => throw new InvalidOperationException($"{part.GetType().Name} has no markup."),
        };

    private static string Block(Listing listing)
    {
        var more = listing.More is null ? "" : $"<p class=\"small\">{Encode(listing.More)}</p>\n";
        return $"<h2>{Encode(listing.Heading)}</h2>\n<ul>\n{string.Concat(listing.Lines.Select(Item))}</ul>\n{more}";
    }

    private static string Item(ListingLine line) =>
        $"<li>{Link(line.Link, line.Text, "")}\n<span class=\"{(line.IsUrgent ? "note late" : "note")}\">{Encode(line.Note)}</span></li>\n";

    private static string Print(SmallPrint print) => print.Link is null ? Encode(print.Text) : Link(print.Link, print.Text, "");

    private static string Link(Uri to, string text, string look) =>
        $"<a{(look.Length > 0 ? $" class=\"{look}\"" : "")} href=\"{Encode(to.AbsoluteUri)}\">{Encode(text)}</a>";

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string Encode(string text) => Encoder.Encode(text);
}
