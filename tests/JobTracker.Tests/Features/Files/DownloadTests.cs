using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Files;

public sealed class DownloadTests(SharedApp shared)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_goes_to_the_disk_under_its_own_name_and_runs_nowhere(bool fromSite)
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var file = await user.KeepAsync(application, "Résumé final; été.txt", Samples.Text);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = fromSite
            ? await browser.Client.GetAsync($"/files/{file["id"]}")
            : await user.Client.GetAsync($"/api/files/{file["id"]}");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(Samples.Text, await answer.Content.ReadAsByteArrayAsync());
        var headers = answer.Content.Headers;
        Assert.Equal("attachment", headers.ContentDisposition!.DispositionType);
        Assert.Equal("Résumé final; été.txt", headers.ContentDisposition.FileNameStar);
        Assert.Equal("text/plain; charset=utf-8", headers.ContentType!.ToString());
        Assert.Equal(Samples.Text.Length, headers.ContentLength);
        Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Fact]
    public async Task A_large_file_arrives_whole_many_times_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var bytes = Samples.PdfOf(3_000_000);
        Random.Shared.NextBytes(bytes.AsSpan(Samples.Pdf.Length));
        var file = await user.KeepAsync(application, "scan.pdf", bytes);
        var copies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => user.Client.GetByteArrayAsync($"/api/files/{file["id"]}")));
        Assert.All(copies, copy => Assert.True(bytes.AsSpan().SequenceEqual(copy)));
    }

    [Fact]
    public async Task Files_are_listed_in_the_order_they_came_page_after_page()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        for (var file = 0; file < 5; file++)
            await user.KeepAsync(application, $"{file}.txt", Samples.Text);
        var path = $"/api/applications/{application}/files";
        var first = await user.GetAsync($"{path}?limit=3&count=true");
        Assert.Equal("5", first.Text("total"));
        var rest = await user.ItemsAsync($"{path}?limit=3&cursor={first.Text("next_cursor")}");
        Assert.Equal(
            ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"],
            first["items"]!.AsArray().Concat(rest).Select(row => row!.Text("name"))
        );
        using var wrong = await user.Client.GetAsync($"{path}?cursor=nonsense");
        await wrong.RefusesAsync("cursor");
    }

    [Fact]
    public async Task The_form_keeps_a_file_and_says_at_its_field_what_is_wrong_with_one()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/applications/{(await user.AddAsync())["id"]}/files";
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var kept = await browser.UploadAsync(path, Samples.Form("cv.pdf", Samples.Pdf, "Input.File"));
        Assert.Equal((302, path), ((int)kept.StatusCode, kept.Headers.Location!.ToString()));

        using var wrong = await browser.UploadAsync(path, Samples.Form("cv.pdf", Samples.Png, "Input.File"));
        Assert.Equal(415, (int)wrong.StatusCode);
        var page = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync());
        Assert.Equal("true", page.QuerySelector("#Input_File")!.GetAttribute("aria-invalid"));
        Assert.Contains("not PDF", page.QuerySelector("#Input_File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".files .name"));

        using var large = await browser.UploadAsync(path, Samples.Form("cv.pdf", Samples.PdfOf(5_300_000), "Input.File"));
        Assert.Equal(413, (int)large.StatusCode);
        Assert.Contains("larger than 5 MB", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var none = await browser.UploadAsync(path, new MultipartFormDataContent { { new StringContent("x"), "other" } });
        Assert.Equal(400, (int)none.StatusCode);
        using var form = Samples.Form("cv.pdf", Samples.PdfOf(9_000_000), "Input.File");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.ExpectContinue = true;
        using var huge = await browser.Client.SendAsync(request);
        Assert.Equal(413, (int)huge.StatusCode);
        Assert.Contains("too large", await huge.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await shared.App.ExecuteAsync($"update user_accounts set file_bytes_max = 10 where user_id = {user.Id}");
        using var full = await browser.UploadAsync(path, Samples.Form("cv.pdf", Samples.Pdf, "Input.File"));
        Assert.Equal(403, (int)full.StatusCode);
        Assert.Contains("Delete a file first", await full.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await user.ItemsAsync($"/api{path}"));
    }
}
