using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Files;

public sealed class AddFileTests(SharedApp shared)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static TheoryData<string, byte[], string> Kinds =>
        new()
        {
            { "Résumé.pdf", Samples.Pdf, "application/pdf" },
            { "LETTER.PDF", Samples.Pdf, "application/pdf" },
            { "letter.docx", Samples.Docx("word/styles.xml"), Docx },
            { "lettre.odt", Samples.Odt(), "application/vnd.oasis.opendocument.text" },
            { "notes.txt", Samples.Text, "text/plain" },
            { "notes.md", "# Été\n"u8.ToArray(), "text/markdown" },
            { "photo.png", Samples.Png, "image/png" },
            { "photo.jpg", Samples.Jpeg, "image/jpeg" },
            { "photo.jpeg", Samples.Jpeg, "image/jpeg" },
            { "v1.2 (final).exe.pdf", Samples.Pdf, "application/pdf" },
            { "👩🏽‍💻 日本語.txt", Samples.Text, "text/plain" },
        };

    public static TheoryData<string, byte[], int> Hostile =>
        new()
        {
            { "cv.pdf.exe", Samples.Pdf, 415 },
            { "cv.html", "<script>alert(1)</script>"u8.ToArray(), 415 },
            { "cv.svg", "<svg onload=alert(1)>"u8.ToArray(), 415 },
            { "cv", Samples.Pdf, 415 },
            { "cv.pdf.", Samples.Pdf, 415 },
            { "photo.jpg", Samples.Pdf, 415 },
            { "cv.pdf", Samples.Png, 415 },
            { "cv.txt", Samples.Pdf, 415 },
            { "cv.pdf", Samples.Text, 415 },
            { "cv.pdf", "\n%PDF-1.7"u8.ToArray(), 415 },
            { "cv.docx", Samples.Odt(), 415 },
            { "cv.odt", Samples.Docx(), 415 },
            { "cv.odt", Samples.Odt("application/vnd.oasis.opendocument.textx"), 415 },
            { "cv.docx", Samples.Docx("word/vbaProject.bin"), 415 },
            { "cv.docx", Samples.Archive("evil.exe"), 415 },
            { "cv.docx", Samples.Archive([.. Enumerable.Range(0, 6_000).Select(n => $"word/{n}")]), 415 },
            { "cv.docx", Samples.Docx()[..^10], 415 },
            { "cv.docx", [.. "PK"u8, 3, 4, .. new byte[200]], 415 },
            { "notes.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("UTF-16")], 415 },
            { "notes.txt", "a\0b"u8.ToArray(), 415 },
            { "notes.md", [0xC3, 0x28], 415 },
            { "cv.pdf", [], 400 },
            { "cv\u202efdp.pdf", Samples.Pdf, 400 },
            { "cv\u0007.pdf", Samples.Pdf, 400 },
            { "cv\u2066.pdf", Samples.Pdf, 400 },
            { "..", Samples.Pdf, 415 },
            { "folder/", Samples.Pdf, 400 },
            { new string('x', 197) + ".pdf", Samples.Pdf, 400 },
        };

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_people_keep_is_taken_as_what_it_is_and_comes_back_byte_by_byte(string name, byte[] bytes, string mediaType)
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var row = await user.KeepAsync(application, name, bytes);
        Assert.Equal((name, mediaType, application), (row.Text("name"), row.Text("media_type"), row.Text("application_id")));
        Assert.Equal(bytes.Length.ToString(CultureInfo.InvariantCulture), row.Text("size"));
        Assert.Equal(row.ToJsonString(), Assert.Single(await user.ItemsAsync($"/api/applications/{application}/files")).ToJsonString());
        Assert.Equal(bytes, await user.Client.GetByteArrayAsync($"/api/files/{row["id"]}"));
        Assert.Equal((bytes.Length, bytes.Length), await shared.App.RoomAsync(user));
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task What_is_not_what_it_says_is_refused_and_nothing_is_kept(string name, byte[] bytes, int status)
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        using var answer = await user.SendAsync(application, name, bytes);
        var problem = await answer.ProblemAsync(status, status == 400 ? "invalid" : "unsupported_media_type");
        Assert.True(status == 400 ? problem["errors"]!["file"] is not null : problem.Text("detail") is { Length: > 10 });
        Assert.Empty(await user.ItemsAsync($"/api/applications/{application}/files"));
        Assert.Equal((0, 0), await shared.App.RoomAsync(user));
    }

    [Theory]
    [InlineData("C:\\Users\\me\\cv.pdf", "cv.pdf")]
    [InlineData("../../etc/cv.pdf", "cv.pdf")]
    [InlineData("  cv.pdf ", "cv.pdf")]
    public async Task Folders_in_front_of_a_name_are_cut_off(string sent, string kept)
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        Assert.Equal(kept, (await user.KeepAsync(application, sent, Samples.Pdf)).Text("name"));
    }

    [Fact]
    public async Task A_file_may_be_as_large_as_the_limit_and_not_a_byte_more()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        const int most = 5 * 1024 * 1024;
        using var over = await user.SendAsync(application, "cv.pdf", Samples.PdfOf(most + 1));
        var problem = await over.ProblemAsync(413, "too_large");
        Assert.Contains("5 MB", problem.Text("detail"), StringComparison.Ordinal);
        // Far too much is refused by its announced length, before any of it comes.
        using var form = Samples.Form("cv.pdf", Samples.PdfOf(most * 2));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/applications/{application}/files") { Content = form };
        request.Headers.ExpectContinue = true;
        using var far = await user.Client.SendAsync(request);
        await far.ProblemAsync(413, "too_large");
        Assert.Equal((0, 0), await shared.App.RoomAsync(user));
        await user.KeepAsync(application, "cv.pdf", Samples.PdfOf(most));
        Assert.Equal((most, most), await shared.App.RoomAsync(user));
    }

    [Fact]
    public async Task Every_other_route_still_takes_no_more_than_a_mebibyte()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.SendRawAsync(HttpMethod.Post, "/api/writing", new byte[1024 * 1024 + 1]);
        await answer.ProblemAsync(413, "too_large");
    }

    [Theory]
    [InlineData("application/json", "{}", 415)]
    [InlineData("multipart/form-data", "", 415)]
    [InlineData("multipart/form-data; boundary=b", "", 400)]
    [InlineData("multipart/form-data; boundary=b", "nonsense", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%PDF-\r\n--b--\r\n", 400)]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n%PDF-1.7 and no end",
        400
    )]
    public async Task A_body_that_is_no_file_is_told_so(string mediaType, string body, int status)
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var answer = await user.Client.PostAsync($"/api/applications/{application}/files", content);
        await answer.ProblemAsync(status, status == 400 ? "invalid" : "unsupported_media_type");
        Assert.Equal((0, 0), await shared.App.RoomAsync(user));
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_keeps_nothing_and_takes_no_room()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(shared.App.Address.Host, shared.App.Address.Port);
        var head =
            $"POST /api/applications/{application}/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {user.Token}\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n%PDF-1.7 half";
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head));
        connection.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        try
        {
            using var answer = new StreamReader(stream);
            Assert.DoesNotContain(" 201 ", await answer.ReadToEndAsync(), StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // The server hung up, as it may.
        }
        Assert.Empty(await user.ItemsAsync($"/api/applications/{application}/files"));
        Assert.Equal((0, 0), await shared.App.RoomAsync(user));
    }
}
