using System.Net;
using System.Net.Http.Headers;
using System.Text;
using JobTracker.Testing;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>What people keep here comes back as a download that no browser opens as a page.</summary>
public sealed class DownloadTests(Site site, HostileSite hostile) : AttackTest(site, hostile)
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"boom(0)\"><script>boom(1)</script></svg>";

    [Theory]
    [InlineData("/files/{file}")]
    [InlineData("/session/{finished}?handler=Csv")]
    [InlineData("/analytics?handler=Excel")]
    public async Task A_file_is_saved_never_shown(string path)
    {
        var account = await Hostile.Account;
        using var session = await Session.SignInAsync(App, account.User.Email);
        using var answer = await session.GetAsync(Addresses.For(account, path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("page.html", "text/html", "<!doctype html><script>boom()</script>")]
    [InlineData("picture.svg", "image/svg+xml", Svg)]
    [InlineData("words.pdf", "application/pdf", "<!doctype html><script>boom()</script>")]
    [InlineData("sheet.xml", "application/xml", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"javascript:boom()\"?><x/>")]
    public async Task A_page_in_the_clothes_of_a_document_is_refused_or_kept_as_bytes(string name, string mediaType, string text)
    {
        var account = await Hostile.Account;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        using var answer = await account.User.Client.PostAsync($"/api/applications/{account.Ids["application"]}/files", form);
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            Assert.InRange((int)answer.StatusCode, 400, 422);
            return;
        }
        var id = (await answer.ReadAsync(201)).Text("id");
        using var kept = await account.User.Client.GetAsync($"/api/files/{id}");
        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains(kept.Content.Headers.ContentType?.MediaType, new[] { "application/octet-stream", "text/plain" });
    }
}
