using JobTracker.Kernel;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Web;

/// <summary>The file of a <c>multipart/form-data</c> body, read as it comes in.</summary>
/// <param name="Name">As the sender gave it; null when there is none.</param>
/// <param name="Content">To be read to its end, which may turn out to be cut off.</param>
public sealed record FilePart(string? Name, Stream Content)
{
    private const int MostBoundary = 70;

    /// <summary>Finds the first part, which must be the file.</summary>
    /// <param name="request">Its body is read up to the file's first byte.</param>
    /// <param name="field">The name that the file's part has.</param>
    /// <param name="t">For the sentences.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Outcome<FilePart>> OfAsync(HttpRequest request, string field, IStringLocalizer t, CancellationToken cancel)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= MostBoundary } boundary
        )
            return new NotTaken("unsupported_media_type", field, t["Send the file as multipart/form-data."]);
        try
        {
            var section = await new MultipartReader(boundary.Value!, request.Body).ReadNextSectionAsync(cancel);
            if (section is null || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about))
                return new Refused(field, t["Choose a file."]) { NamedAsSent = true };
            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            if (name != field)
                return new Refused(name.Length is > 0 and <= 200 ? name : "body", t["There is no such field."]) { NamedAsSent = true };
            var sent = about.FileNameStar.HasValue ? about.FileNameStar : HeaderUtilities.RemoveQuotes(about.FileName);
            return new FilePart(sent.ToString(), section.Body);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return new Refused(field, t["The file did not arrive whole. Send it again."]) { NamedAsSent = true };
        }
    }

    /// <summary>True for what the reader throws at a body that ends too early or is no such form.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is InvalidDataException || (exception is IOException && exception is not BadHttpRequestException);
}
