using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using CsvHelper;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Export;

/// <summary>Each format of the export, from a process of its own that does nothing else: how long it takes, and how large the process gets.</summary>
internal static class ExportSize
{
    /// <summary>More than the process had when it was ready and had answered one request.</summary>
    private const long MostGrowth = 100_000_000;
    private const int Many = 100_000;
    private const int Few = 2_000;

    public static async Task RunAsync(bool quick)
    {
        var rows = quick ? Few : Many;
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        TestUser user;
        await using (var process = JobTrackerProcess.Start(SettingsOf(database)))
            user = await TestUser.RegisterAsync(await process.CreateClientAsync(), "much@example.org");
        using var person = user;
        await LongHistory.FillAsync(database, user.Id, rows);
        Console.WriteLine($"\n| export of {rows} applications | bytes | seconds | process before | at its largest |");
        Console.WriteLine("|---|---|---|---|---|");
        await MeasureAsync(database, user, "json", rows, CountInJson);
        await MeasureAsync(database, user, "csv", rows, CountInCsv);
        await MeasureAsync(database, user, "excel", rows, CountInWorkbook);
    }

    private static async Task MeasureAsync(TestDatabase database, TestUser user, string format, int rows, Func<FileStream, int> count)
    {
        await using var process = JobTrackerProcess.Start(SettingsOf(database));
        using var client = await process.CreateClientAsync();
        client.DefaultRequestHeaders.Authorization = user.Client.DefaultRequestHeaders.Authorization;
        var path = Path.GetTempFileName();
        try
        {
            using (var ready = await client.GetAsync("/api/auth/me"))
                ready.EnsureSuccessStatusCode();
            var before = process.LargestSize;
            var begun = Stopwatch.GetTimestamp();
            await using (var file = File.Create(path))
            {
                using var answer = await client.GetAsync($"/api/export/{format}", HttpCompletionOption.ResponseHeadersRead);
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(file);
            }
            var took = Stopwatch.GetElapsedTime(begun);
            var peak = process.LargestSize;
            var bytes = new FileInfo(path).Length;
            var found = count(File.OpenRead(path));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {format} | {bytes / 1e6:0.0} MB | {took.TotalSeconds:0.0} | {before / 1e6:0} MB | {peak / 1e6:0} MB |"
                )
            );
            if (found != rows)
                throw new InvalidOperationException($"{format} holds {found} applications instead of {rows}.");
            if (peak - before > MostGrowth)
                throw new InvalidOperationException($"{format} took {peak - before} bytes more.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int CountInJson(FileStream content)
    {
        using var reader = new StreamReader(content);
        var rows = 0;
        while (reader.ReadLine() is { } line)
            rows +=
                line.StartsWith("{\"id\":", StringComparison.Ordinal) && line.Contains("\"history\":[", StringComparison.Ordinal) ? 1 : 0;
        return rows;
    }

    private static int CountInCsv(FileStream content)
    {
        using var reader = CsvReader.Create(content);
        var rows = 0;
        while (reader.Read())
            rows++;
        return rows;
    }

    private static int CountInWorkbook(FileStream content)
    {
        using var archive = new ZipArchive(content);
        using var sheet = XmlReader.Create(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = -1;
        while (sheet.Read())
            rows += sheet is { NodeType: XmlNodeType.Element, LocalName: "row" } ? 1 : 0;
        return rows;
    }

    private static Dictionary<string, string> SettingsOf(TestDatabase database) =>
        new(StringComparer.Ordinal)
        {
            ["DATABASE_URL"] = database.ConnectionString,
            ["JWT_SECRET"] = "kR7v-benchmark-Zq4mX9wL2sT8bN5yC1hD6g",
            ["DATA_PROTECTION_SECRET"] = "pW3e-benchmark-Vu8nB2kM7xQ4tR9zF6aS1",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            // On a machine with much memory the runtime takes what it can get: a small container is what the limit is for.
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_GCHeapHardLimit"] = "0x6000000",
        };
}
