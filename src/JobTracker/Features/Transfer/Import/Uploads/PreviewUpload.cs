using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>What would come of a kept file. Nothing is written.</summary>
public sealed class PreviewUpload(OpenUpload open, ReadTerms read, ImportFile import, ImportGate gate)
{
    private const int MostSamples = 3;

    /// <param name="Plan">Null as long as the columns are not clear.</param>
    /// <param name="Table">Of an unknown table, what its columns are taken for.</param>
    public sealed record Seen(ImportPlan? Plan, TableView? Table);

    /// <summary>An unknown table as the form shows it.</summary>
    /// <param name="Heading">The names of the columns.</param>
    /// <param name="Samples">By column, the first values.</param>
    /// <param name="Shape">How its text is read; null for a workbook.</param>
    public sealed record TableView(
        IReadOnlyList<string> Heading,
        IReadOnlyList<IReadOnlyList<string>> Samples,
        MappedTable Mapped,
        Tables.CsvShape? Shape
    );

    public async Task<Outcome<Seen>> RunAsync(
        UserId owner,
        Guid id,
        TableMapping? mapping,
        IReadOnlyCollection<string> ownHosts,
        CancellationToken cancel
    )
    {
        using var place = await gate.EnterAsync(owner, cancel);
        if (place is null)
            return new TooMany(TransferGate.ComeBack);
        await using var file = await open.RunAsync(owner, id, cancel);
        if (file is null)
            return new NotFound();
        if (await read.RunAsync(owner, ownHosts, cancel) is not Done<ReadingTerms> { Value: var terms })
            return new AccountGone();
        var opened = OpenSource.Of(file, terms, mapping);
        if (opened is not Done<ImportSource> { Value: var source })
            return ((Failed<ImportSource>)opened).Failure;
        using (source)
            return await LookAsync(owner, source, cancel);
    }

    private async Task<Outcome<Seen>> LookAsync(UserId owner, ImportSource source, CancellationToken cancel)
    {
        var view = source is MappedSource { Mapped: var table } ? ViewOf(table) : null;
        if (view is { Mapped.IsUsable: false })
            return new Seen(Plan: null, view);
        return (await import.LookAsync(owner, source, cancel)).Match<Outcome<Seen>>(plan => new Seen(plan, view), failure => failure);
    }

    private static TableView ViewOf(MappedTable mapped)
    {
        var first = mapped.Table.Rows().Where(row => row.Trouble is null).Take(20).ToList();
        var samples = Enumerable
            .Range(0, mapped.Table.Heading.Count)
            .Select(at =>
                (IReadOnlyList<string>)
                    [
                        .. first
                            .Where(row => at < row.Cells.Count)
                            .Select(row => row.Cells[at].Trim())
                            .Where(cell => cell.Length > 0)
                            .Take(MostSamples),
                    ]
            )
            .ToList();
        var shape = mapped.Table is Tables.CsvTable csv ? new Tables.CsvShape { Delimiter = csv.Delimiter, Encoding = csv.Encoding } : null;
        return new TableView(mapped.Table.Heading, samples, mapped, shape);
    }
}
