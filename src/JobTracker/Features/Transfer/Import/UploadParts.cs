using System.Text.Json;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Features.Transfer.Import;

/// <summary>The two parts that a program sends: the file, which goes to the disk as it comes, and what its columns mean.</summary>
internal sealed record UploadParts(FileStream File, TableMapping? Mapping)
{
    private const string FileField = "file";
    private const string MappingField = "mapping";
    private const int MostBoundary = 70;
    private const int MostMapping = 16 * 1024;

    public static async Task<Outcome<UploadParts>> OfAsync(HttpRequest request, IStringLocalizer t, CancellationToken cancel)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= MostBoundary } boundary
        )
            return new NotTaken("unsupported_media_type", FileField, t["Send the file as multipart/form-data."]);
        FileStream? file = null;
        try
        {
            TableMapping? mapping = null;
            var parts = new MultipartReader(boundary.Value!, request.Body);
            while (await parts.ReadNextSectionAsync(cancel) is { } part)
            {
                var name = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about)
                    ? HeaderUtilities.RemoveQuotes(about.Name).ToString()
                    : "";
                if (name == FileField && file is null)
                {
                    var taken = await TemporaryFile.OfAsync(part.Body, t, cancel);
                    if (taken is not Done<FileStream> { Value: var kept })
                        return ((Failed<FileStream>)taken).Failure;
                    file = kept;
                }
                else if (name == MappingField && mapping is null)
                {
                    mapping = await MappingAsync(part.Body, cancel);
                    if (mapping is null)
                        return Wrong(MappingField, t["This is not the JSON that is expected here."]);
                }
                else
                    return Wrong(name.Length is > 0 and <= 200 ? name : "body", t["There is no such field."]);
            }
            if (file is null)
                return Wrong(FileField, t["Choose a file."]);
            var both = new UploadParts(file, mapping);
            file = null;
            return both;
        }
        catch (Exception broken) when (FilePart.IsBroken(broken))
        {
            return Wrong(FileField, t["The file did not arrive whole. Send it again."]);
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
        }
    }

    private static async Task<TableMapping?> MappingAsync(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[MostMapping + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        try
        {
            return length > MostMapping
                ? null
                : JsonSerializer.Deserialize<TableMapping>(bytes.AsSpan(0, length), Document.DocumentFormat.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Refused Wrong(string field, string message) => new(field, message) { NamedAsSent = true };
}
