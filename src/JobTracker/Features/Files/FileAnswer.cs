using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Features.Files;

/// <summary>A document on its way to the person's disk: never shown inside the site, whatever it holds.</summary>
public sealed class FileAnswer(OpenFile.Opened file) : ActionResult, IResult
{
    private const string NothingRuns = "sandbox; default-src 'none'";

    public override Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var open = file;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(open.Name);
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = NothingRuns;
        headers.CacheControl = "private, no-store";
        httpContext.Response.ContentType = open.MediaType.StartsWith("text/", StringComparison.Ordinal)
            ? $"{open.MediaType}; charset=utf-8"
            : open.MediaType;
        httpContext.Response.ContentLength = open.Size;
        await open.Content.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
