using JobTracker.Features.Shared.Markdown;

namespace JobTracker.Tests.Features.Shared;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**bold** *italic* ~~gone~~ `code`", "<p><strong>bold</strong> <em>italic</em> <del>gone</del> <code>code</code></p>")]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    [InlineData("# Title", "<h3>Title</h3>")]
    [InlineData("###### Deep", "<h6>Deep</h6>")]
    [InlineData("3. three\n4. four", "<ol start=\"3\">\n<li>three</li>\n<li>four</li>\n</ol>")]
    [InlineData("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>")]
    [InlineData("![a map](https://example.org/map.png)", "<p>a map</p>")]
    [InlineData("[here](/applications)", "<p>here</p>")]
    [InlineData(
        "https://example.org/é",
        "<p><a href=\"https://example.org/%C3%A9\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">https://example.org/é</a></p>"
    )]
    [InlineData(
        "- [x] sent\n- [ ] call",
        "<ul>\n<li><input type=\"checkbox\" disabled aria-label=\"sent\" checked> sent</li>\n"
            + "<li><input type=\"checkbox\" disabled aria-label=\"call\"> call</li>\n</ul>"
    )]
    [InlineData("", "")]
    public void People_get_what_they_meant(string text, string html) =>
        Assert.Equal(html, MarkdownHtml.Of(text).Trim().ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("# Title\n\n**Bold** [link](https://example.org)\n\n- one\n- two", "Title Bold link one two")]
    [InlineData("<b>raw</b> & `code`", "<b>raw</b> & code")]
    [InlineData("one two three four five six", "one two three four five…")]
    public void A_list_shows_the_words_without_their_marks(string text, string line) =>
        Assert.Equal(line, MarkdownText.Beginning(text, 23));

    [Fact]
    public void A_beginning_nested_as_deep_as_can_be_is_still_a_line() =>
        Assert.NotEmpty(MarkdownText.Beginning(new string('>', 240), 160));
}
