using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>Takes a kept file over, from its bytes to what is said of it.</summary>
public sealed class RunImport(
    OpenUpload open,
    ReadTerms read,
    ImportFile import,
    UploadProgress inside,
    ImportGate gate,
    IStringLocalizer<Texts> t
)
{
    /// <summary>Why nothing came of it; null when it is done.</summary>
    public async Task<string?> RunAsync(ImportJob job, IProgress<int> progress, CancellationToken cancel)
    {
        using var place = await gate.EnterAsync(job.Owner, cancel);
        if (place is null)
            return t["The site is busy with other files. Start again in a moment."];
        await using var file = await open.RunAsync(job.Owner, job.Upload, cancel);
        if (file is null)
            return t["The file is not there any more. Choose it again."];
        if (await read.RunAsync(job.Owner, job.OwnHosts, cancel) is not Done<ReadingTerms> { Value: var terms })
            return t["The file is not there any more. Choose it again."];
        var opened = OpenSource.Of(file, terms, job.Mapping);
        if (opened is not Done<ImportSource> { Value: var source })
            return Sentence(((Failed<ImportSource>)opened).Failure);
        using (source)
        {
            var done = await import.RunAsync(
                job.Owner,
                source,
                job.Choices,
                progress,
                cancel,
                (report, stop) => inside.FinishAsync(job.Owner, job.Upload, report, stop)
            );
            return done.Match(
                report =>
                    report.ErrorCount > 0 && !job.Choices.SkipErrors ? t["There are rows with errors, so nothing was added."].Value : null,
                Sentence
            );
        }
    }

    private string Sentence(Failure failure) =>
        failure switch
        {
            Refused refused => string.Join(' ', refused.Errors.Values.SelectMany(messages => messages)),
            OverQuota { Quota: "file_bytes" } over => t[
                "There is room for {0} of files, and this file brings more. Nothing was added.",
                FileSize.Of(Math.Max(0, over.Limit - over.Used), t)
            ],
            OverQuota over => t[
                "There are places for {0} more applications, and this file brings more. Nothing was added.",
                Math.Max(0, over.Limit - over.Used)
            ],
            NotTaken other => other.Message,
            _ => t["The file is not there any more. Choose it again."],
        };
}
