using System.IO.Compression;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Export;

/// <summary>Everything that somebody has here, as one JSON document; with files, an archive of the document and the files.</summary>
public sealed class ExportJson(BeginExport begin, ReadApplications applications, ReadRest rest, PackFiles files)
{
    public async Task<Outcome<Download>> RunAsync(UserId owner, string? device, CancellationToken cancel)
    {
        var begun = await begin.RunAsync(owner, device, cancel);
        if (begun is not Done<BeginExport.Begun> { Value: var export })
            return ((Failed<BeginExport.Begun>)begun).Failure;
        try
        {
            return await files.AnyAsync(owner, cancel)
                ? new Download(export, "zip", "application/zip", (target, stop) => WriteArchiveAsync(export, target, stop))
                : new Download(export, "json", "application/json", (target, stop) => WriteAsync(export, target, stop));
        }
        catch
        {
            await export.DisposeAsync();
            throw;
        }
    }

    private async Task WriteAsync(BeginExport.Begun export, Stream target, CancellationToken cancel)
    {
        var document = new DocumentWriter(target, cancel);
        await document.MemberAsync("format", Document.DocumentFormat.Name);
        await document.MemberAsync("format_version", Document.DocumentFormat.Version);
        await document.MemberAsync("exported_at", export.At);
        await document.MemberAsync("profile", await rest.ProfileAsync(export.Owner, cancel));
        await document.ListAsync("writing", rest.BankAsync(export.Owner, cancel));
        await document.ListAsync("applications", applications.WholeAsync(export, cancel));
        await document.ListAsync("search_sessions", rest.SessionsAsync(export.Owner, cancel));
        await document.EndAsync();
    }

    private async Task WriteArchiveAsync(BeginExport.Begun export, Stream target, CancellationToken cancel)
    {
        await using var patient = new PatientStream(target);
        await using (
            var archive = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel)
        )
        {
            var entry = archive.CreateEntry(Document.DocumentFormat.Entry, CompressionLevel.Fastest);
            entry.LastWriteTime = export.At;
            await using (var document = await entry.OpenAsync(cancel))
                await WriteAsync(export, document, cancel);
            await files.RunAsync(export.Owner, archive, cancel);
        }
        await patient.SendAsync(cancel);
    }
}
