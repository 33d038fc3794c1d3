using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Tests.Features.Files;

/// <summary>Files as people have them, and ways to send one.</summary>
internal static class Samples
{
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n1 0 obj\n<<>>\nendobj\n%%EOF\n"u8];
    public static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1];
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0];
    public static readonly byte[] Text = "Été à Lyon\n"u8.ToArray();

    public static byte[] Docx(params string[] more) => Archive([.. new[] { "[Content_Types].xml", "word/document.xml" }, .. more]);

    public static byte[] Odt(string mediaType = "application/vnd.oasis.opendocument.text")
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var said = archive.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
                said.Write(Encoding.ASCII.GetBytes(mediaType));
            archive.CreateEntry("content.xml");
        }
        return bytes.ToArray();
    }

    public static byte[] Archive(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
                archive.CreateEntry(name);
        return bytes.ToArray();
    }

    /// <summary>A PDF of this many bytes.</summary>
    public static byte[] PdfOf(int bytes) => [.. Pdf, .. new byte[bytes - Pdf.Length]];

    public static MultipartFormDataContent Form(string name, byte[] bytes, string field = "file") =>
        new() { { new ByteArrayContent(bytes), field, name } };

    /// <summary>Sends a file to an application.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this TestUser user, string? application, string name, byte[] bytes)
    {
        using var form = Form(name, bytes);
        return await user.Client.PostAsync($"/api/applications/{application}/files", form);
    }

    /// <summary>Sends a file that must be taken.</summary>
    public static async Task<JsonNode> KeepAsync(this TestUser user, string? application, string name, byte[] bytes)
    {
        using var answer = await user.SendAsync(application, name, bytes);
        return await answer.ReadAsync(201);
    }

    /// <summary>How much room of a person's is taken, as the database has it, and what the files really have.</summary>
    public static async Task<(long Counted, long Stored)> RoomAsync(this JobTrackerApp app, TestUser user)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select file_bytes_used, (select coalesce(sum(length(bytes)), 0)::bigint from file_contents c where c.user_id = a.user_id)
            from user_accounts a where user_id = $1
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = user.Id });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
