using System.Text;
using System.Text.Json;
using JobTracker.Features.Transfer.Import;
using JobTracker.Features.Transfer.Import.Checks;
using JobTracker.Features.Transfer.Import.Uploads;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using OwnDocument = JobTracker.Features.Transfer.Document.DocumentFormat;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>A table to import whose every cell is hostile.</summary>
internal static class HostileUpload
{
    private const int Rows = 8;

    /// <summary>A heading in which the site finds no column that it knows.</summary>
    public static readonly string UnknownColumns = string.Join(',', Enumerable.Range(0, 5).Select(turn => Cell(turn)));

    private const string KnownColumns = "company,city,mission,link,date";

    /// <summary>Keeps it for its preview, in the place of the one before, and gives its id.</summary>
    public static async Task<string> KeepAsync(JobTrackerApp app, TestUser user, string columns = KnownColumns)
    {
        var rows = Enumerable.Range(0, Rows).Select(turn => $"{Cell(turn)},{Cell(turn + 1)},{Cell(turn + 2)},{Cell(turn + 3)},2026-02-11");
        var file = Encoding.UTF8.GetBytes($"{columns}\n{string.Join('\n', rows)}\n");
        using var content = new MemoryStream(file);
        await using var scope = app.Services.CreateAsyncScope();
        var keep = scope.ServiceProvider.GetRequiredService<KeepUpload>();
        var kept = await keep.RunAsync(new UserId(user.Id), $"{Corpus.Line(190)}.csv", file.Length, content, CancellationToken.None);
        var report = JsonSerializer.Serialize(Report, OwnDocument.Json);
        await app.ExecuteAsync($"update imports set trouble = {Corpus.Text(2_000)}, report = {report}::jsonb where user_id = {user.Id}");
        return Assert.IsType<Done<Guid>>(kept).Value.ToString();
    }

    private static ImportReport Report =>
        new()
        {
            Format = ImportFormat.Csv,
            Rows = 2,
            WouldAdd = 1,
            Duplicates = 0,
            SkippedByQuota = 0,
            Errors = [new ImportError(2, Corpus.Line(), Corpus.Line(turn: 1))],
            ErrorCount = 1,
            Added = 1,
            Others = new ImportOthers(0, 0, 0),
        };

    private static string Cell(int turn) => $"\"{Corpus.Line(180, turn).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
