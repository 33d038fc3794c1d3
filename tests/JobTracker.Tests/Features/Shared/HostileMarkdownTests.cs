using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Features.Shared.Markdown;
using JobTracker.Testing;
using JobTracker.Tests.Features.Writing;

namespace JobTracker.Tests.Features.Shared;

/// <summary>Whatever a text tries, the page gets paragraphs, lists, tables and links to the web, and nothing else.</summary>
public sealed class HostileMarkdownTests(SharedApp shared)
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

    public static TheoryData<string> Texts => [.. HostileMarkdown.All];

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(HostileMarkdown.All.Count(), 90, 1_000);

    [Theory, MemberData(nameof(Texts))]
    public void Only_what_is_allowed_comes_out(string text)
    {
        var html = MarkdownHtml.Of(text);
        Check(html);
        // A browser reads it as it was written: nothing turns into something else on the way.
        var body = new HtmlParser().ParseDocument("<body>").Body!;
        body.InnerHtml = html;
        Check(body.InnerHtml);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("![")]
    [InlineData("[x](")]
    [InlineData("**a*")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("- ")]
    [InlineData("* * ")]
    [InlineData("|-")]
    [InlineData("~~")]
    [InlineData("]]")]
    [InlineData("`a``")]
    [InlineData("www.")]
    [InlineData("\n\t- ")]
    [InlineData("a\n")]
    public async Task Fifty_thousand_characters_of_one_thing_come_to_an_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));
        var work = Task.Run(() => MarkdownHtml.Of(text), TestContext.Current.CancellationToken);
        Check(await work.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_shows_them_all_and_not_one_gets_through()
    {
        using var user = await shared.App.RegisterAsync();
        var storable = HostileMarkdown.All.Where(JobTracker.Kernel.Rules.IsStorable);
        var note = await user.WriteAsync(("content", string.Join("\n\n", storable)));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = new HtmlParser().ParseDocument(await browser.Client.GetStringAsync($"/writing/{note["id"]}"));
        Check(page.QuerySelector(".note-text .prose")!.InnerHtml);
    }

    private static void Check(string html)
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
