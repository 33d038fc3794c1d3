using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>A file that a program has sent, from its first byte to the report.</summary>
public sealed class TakeUpload(ReadTerms read, ImportFile import, ImportGate gate, IStringLocalizer<Texts> t)
{
    /// <param name="owner">Whose account.</param>
    /// <param name="file">Stays open.</param>
    /// <param name="mapping">What the columns of an unknown table mean; null when that was not said.</param>
    /// <param name="ownHosts">Where this server is reached.</param>
    /// <param name="choices">How it is taken.</param>
    /// <param name="cancel">Stops the work; nothing is written then.</param>
    public async Task<Outcome<ImportReport>> RunAsync(
        UserId owner,
        Stream file,
        TableMapping? mapping,
        IReadOnlyCollection<string> ownHosts,
        ImportChoices choices,
        CancellationToken cancel
    )
    {
        using var place = await gate.EnterAsync(owner, cancel);
        if (place is null)
            return new TooMany(TransferGate.ComeBack);
        return await read.RunAsync(owner, ownHosts, cancel) switch
        {
            Done<ReadingTerms> { Value: var terms } => await OpenedAsync(
                owner,
                OpenSource.Of(file, terms, mapping),
                mapping is not null,
                choices,
                cancel
            ),
            var gone => ((Failed<ReadingTerms>)gone).Failure,
        };
    }

    private async Task<Outcome<ImportReport>> OpenedAsync(
        UserId owner,
        Outcome<ImportSource> opened,
        bool isMapped,
        ImportChoices choices,
        CancellationToken cancel
    )
    {
        if (opened is not Done<ImportSource> { Value: var source })
            return ((Failed<ImportSource>)opened).Failure;
        using (source)
        {
            if (source is MappedSource { Mapped: var table } && !(isMapped && table.IsUsable))
                return new Refused(
                    "mapping",
                    t["This table is in no format that is known here. Say in “mapping” which column is the company and which the position."]
                )
                {
                    NamedAsSent = true,
                };
            return await import.RunAsync(owner, source, choices, progress: null, cancel);
        }
    }
}
