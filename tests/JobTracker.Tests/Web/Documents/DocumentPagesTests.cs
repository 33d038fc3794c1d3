using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using JobTracker.Testing;
using JobTracker.Web;

namespace JobTracker.Tests.Web.Documents;

public sealed class DocumentPagesTests(SharedApp shared)
{
    [Theory]
    [InlineData("/docs")]
    [InlineData("/redoc")]
    public async Task Anybody_can_read_the_page_and_everything_it_loads_is_ours(string path)
    {
        using var client = shared.App.CreateClient();
        using var moved = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        var index = new Uri(new Uri(shared.App.Address, path), moved.Headers.Location!);
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(index));
        Assert.Empty(page.QuerySelectorAll("style, script:not([src]), [style], [onload]"));
        var loaded = page.QuerySelectorAll("link[href], script[src]")
            .Select(part => part.GetAttribute("href") ?? part.GetAttribute("src"))
            .ToList();
        Assert.NotEmpty(loaded);
        foreach (var part in loaded)
        {
            Assert.DoesNotContain("//", part, StringComparison.Ordinal);
            using var answer = await client.GetAsync(new Uri(index, part));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Only_ReDoc_may_put_styles_into_the_page()
    {
        using var client = shared.App.CreateClient();
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, await PolicyAsync(client, "/docs/index.html"));
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, await PolicyAsync(client, "/redocument"));
        var relaxed = await PolicyAsync(client, "/redoc/index.html");
        Assert.StartsWith(SecurityHeaders.ContentSecurityPolicy, relaxed, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", relaxed, StringComparison.Ordinal);
        Assert.DoesNotContain("http", relaxed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_is_sent_again_only_when_it_has_changed()
    {
        using var client = shared.App.CreateClient();
        using var first = await client.GetAsync("/openapi/v1.json");
        Assert.Equal("application/json", first.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var answer = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    private static async Task<string> PolicyAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
