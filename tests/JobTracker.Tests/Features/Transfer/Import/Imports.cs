using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>Sending files to the import, and getting exports to send.</summary>
internal static class Imports
{
    public static async Task<HttpResponseMessage> SendImportAsync(
        this TestUser user,
        byte[] file,
        string query = "",
        HttpClient? client = null
    )
    {
        using var form = Samples.Form("whatever.bin", file);
        return await (client ?? user.Client).PostAsync($"/api/import?{query}", form);
    }

    /// <summary>A file that is taken; gives the report.</summary>
    public static async Task<JsonNode> ImportAsync(this TestUser user, byte[] file, string query = "")
    {
        using var answer = await user.SendImportAsync(file, query);
        return await answer.ReadAsync(200);
    }

    public static Task<JsonNode> ImportAsync(this TestUser user, string file, string query = "") =>
        user.ImportAsync(Encoding.UTF8.GetBytes(file), query);

    /// <summary>Why a file is refused as a whole.</summary>
    public static async Task<string> RefusedAsync(this TestUser user, byte[] file, string query = "")
    {
        using var answer = await user.SendImportAsync(file, query);
        return (await answer.ReadAsync(400))["errors"]!["file"]![0]!.GetValue<string>();
    }

    public static async Task<byte[]> ExportAsync(this TestUser user, string format = "json") =>
        await user.Client.GetByteArrayAsync($"/api/export/{format}");

    /// <summary>The document of an export, with what is another's in every export left out: when it was made, and who the person is.</summary>
    public static async Task<string> DocumentAsync(this TestUser user)
    {
        var bytes = await user.ExportAsync();
        if (bytes is [(byte)'P', (byte)'K', ..])
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            await using var entry = await archive.GetEntry("jobtracker.json")!.OpenAsync();
            using var document = new MemoryStream();
            await entry.CopyToAsync(document);
            bytes = document.ToArray();
        }
        var read = JsonNode.Parse(bytes)!.AsObject();
        read.Remove("exported_at");
        read.Remove("profile");
        return read.ToJsonString();
    }

    public static int Number(this JsonNode report, string name) => report[name]!.GetValue<int>();

    /// <summary>Row, field and message of each error.</summary>
    public static IReadOnlyList<(int Row, string? Field, string Message)> ErrorsOf(this JsonNode report) =>
        [
            .. report["errors"]!
                .AsArray()
                .OfType<JsonNode>()
                .Select(error => (error.Number("row"), error.Text("field"), error.Text("message")!)),
        ];
}
