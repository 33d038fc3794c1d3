using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Export;

/// <summary>Somebody's applications as a table in text: a row for each, its history in the last cell.</summary>
public sealed class ExportCsv(BeginExport begin, ReadApplications applications, ReadParts parts)
{
    private const int Enough = 64 * 1024;

    private static readonly TableColumn<KeptApplication>[] Columns =
    [
        .. ApplicationTable.Columns,
        new("history", row => Cell.Of(HistoryLine.Of(row.History))),
    ];

    public async Task<Outcome<Download>> RunAsync(UserId owner, string? device, CancellationToken cancel) =>
        (await begin.RunAsync(owner, device, cancel)).Match<Outcome<Download>>(
            export => new Download(export, "csv", CsvFile.MediaType, (target, stop) => WriteAsync(owner, target, stop)),
            failure => failure
        );

    private async Task WriteAsync(UserId owner, Stream target, CancellationToken cancel)
    {
        await using var patient = new PatientStream(target);
        using (var file = new CsvFile(patient))
        {
            file.Row(Columns.Select(column => Cell.Of(column.Name)));
            await foreach (var (ids, rows) in applications.BatchesAsync(owner, cancel))
            {
                var history = await parts.HistoryAsync(owner, ids, cancel);
                foreach (var row in rows)
                {
                    var whole = row with { History = [.. history[row.Id]] };
                    file.Row(Columns.Select(column => column.Of(whole)));
                    if (patient.Held > Enough)
                        await patient.SendAsync(cancel);
                }
            }
        }
        await patient.SendAsync(cancel);
    }
}
