using System.Runtime.CompilerServices;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Export;

/// <summary>What is a table of what somebody has here, as a workbook with a sheet for each kind. One kind is read after the other.</summary>
public sealed class ExportExcel(BeginExport begin, ReadApplications applications, ReadParts parts, ReadRest rest)
{
    private delegate Task<ILookup<Guid, T>> PartsOf<T>(UserId owner, Guid[] applications, CancellationToken cancel);

    public async Task<Outcome<Download>> RunAsync(UserId owner, string? device, CancellationToken cancel) =>
        (await begin.RunAsync(owner, device, cancel)).Match<Outcome<Download>>(
            export => new Download(export, "xlsx", WorkbookWriter.MediaType, (target, stop) => WriteAsync(owner, target, stop)),
            failure => failure
        );

    private async Task WriteAsync(UserId owner, Stream target, CancellationToken cancel)
    {
        await using var workbook = new WorkbookWriter(target);
        await AddAsync("Applications", ApplicationTable.Columns, ApplicationsAsync(owner, cancel));
        await AddAsync("History", PartTables.History, UnderApplicationsAsync(owner, parts.HistoryAsync, cancel));
        await AddAsync("Deliverables", PartTables.Deliverables, UnderApplicationsAsync(owner, parts.DeliverablesAsync, cancel));
        await AddAsync("Interviews", PartTables.Interviews, UnderApplicationsAsync(owner, parts.InterviewsAsync, cancel));
        await AddAsync("Writing", PartTables.Writing, WritingAsync(owner, cancel));
        await AddAsync("Search sessions", PartTables.Sessions, SessionsAsync(owner, cancel));
        await workbook.EndAsync(cancel);

        Task AddAsync<T>(string name, TableColumn<T>[] columns, IAsyncEnumerable<T> rows) =>
            workbook.AddAsync(name, [.. columns.Headings()], rows.Select(columns.Row), cancel);
    }

    private async IAsyncEnumerable<KeptApplication> ApplicationsAsync(UserId owner, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (_, rows) in applications.BatchesAsync(owner, cancel))
        foreach (var row in rows)
            yield return row;
    }

    private async IAsyncEnumerable<Belonging<T>> UnderApplicationsAsync<T>(
        UserId owner,
        PartsOf<T> partsOf,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var (ids, rows) in applications.BatchesAsync(owner, cancel))
        {
            var found = await partsOf(owner, ids, cancel);
            foreach (var row in rows)
            foreach (var part in found[row.Id])
                yield return new Belonging<T>(row, part);
        }
    }

    /// <summary>The bank first, then what belongs to applications.</summary>
    private IAsyncEnumerable<Belonging<KeptNote>> WritingAsync(UserId owner, CancellationToken cancel) =>
        rest.BankAsync(owner, cancel)
            .Select(note => new Belonging<KeptNote>(Application: null, note))
            .Concat(UnderApplicationsAsync(owner, parts.NotesAsync, cancel));

    private async IAsyncEnumerable<(KeptSession Session, KeptEntry? Entry)> SessionsAsync(
        UserId owner,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var session in rest.SessionsAsync(owner, cancel))
        foreach (var entry in session.Entries.DefaultIfEmpty<KeptEntry?>(defaultValue: null))
            yield return (session, entry);
    }
}
