using AngleSharp.Html.Parser;
using JobTracker.Features.Shared.Markdown;
using JobTracker.Testing;
using JobTracker.Tests.Features.Writing;

namespace JobTracker.Tests.Features.Shared;

/// <summary>Whatever a text tries, the page gets paragraphs, lists, tables and links to the web, and nothing else.</summary>
public sealed class HostileMarkdownTests(SharedApp shared)
{
    public static TheoryData<string> Texts => [.. HostileMarkdown.All];

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(HostileMarkdown.All.Count(), 90, 1_000);

    [Theory, MemberData(nameof(Texts))]
    public void Only_what_is_allowed_comes_out(string text)
    {
        var html = MarkdownHtml.Of(text);
        AllowedMarkup.Check(html);
        // A browser reads it as it was written: nothing turns into something else on the way.
        var body = new HtmlParser().ParseDocument("<body>").Body!;
        body.InnerHtml = html;
        AllowedMarkup.Check(body.InnerHtml);
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
        AllowedMarkup.Check(await work.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_shows_them_all_and_not_one_gets_through()
    {
        using var user = await shared.App.RegisterAsync();
        var storable = HostileMarkdown.All.Where(JobTracker.Kernel.Rules.IsStorable);
        var note = await user.WriteAsync(("content", string.Join("\n\n", storable)));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var page = new HtmlParser().ParseDocument(await browser.Client.GetStringAsync($"/writing/{note["id"]}"));
        AllowedMarkup.Check(page.QuerySelector(".note-text .prose")!.InnerHtml);
    }
}
