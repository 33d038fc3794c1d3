using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import;

/// <summary>A file that a program has sent, from its first byte to the report.</summary>
public sealed class TakeUpload(ReadTerms read, ImportFile import, ImportGate gate)
{
    /// <param name="owner">Whose account.</param>
    /// <param name="file">Stays open.</param>
    /// <param name="ownHosts">Where this server is reached.</param>
    /// <param name="choices">How it is taken.</param>
    /// <param name="cancel">Stops the work; nothing is written then.</param>
    public async Task<Outcome<ImportReport>> RunAsync(
        UserId owner,
        Stream file,
        IReadOnlyCollection<string> ownHosts,
        ImportChoices choices,
        CancellationToken cancel
    )
    {
        using var place = await gate.EnterAsync(owner, cancel);
        if (place is null)
            return new TooMany(ImportGate.ComeBack);
        return await read.RunAsync(owner, ownHosts, cancel) switch
        {
            Done<ReadingTerms> { Value: var terms } => await OpenedAsync(owner, OpenSource.Of(file, terms), choices, cancel),
            var gone => ((Failed<ReadingTerms>)gone).Failure,
        };
    }

    private async Task<Outcome<ImportReport>> OpenedAsync(
        UserId owner,
        Outcome<ImportSource> opened,
        ImportChoices choices,
        CancellationToken cancel
    )
    {
        if (opened is not Done<ImportSource> { Value: var source })
            return ((Failed<ImportSource>)opened).Failure;
        using (source)
            return await import.RunAsync(owner, source, choices, progress: null, cancel);
    }
}
