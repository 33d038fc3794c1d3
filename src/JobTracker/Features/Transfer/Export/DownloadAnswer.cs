using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Features.Transfer.Export;

/// <summary>An export on its way to the person's disk. When it breaks off, so does the connection: half a file does not look like a whole one.</summary>
public sealed class DownloadAnswer(Download download) : ActionResult, IResult
{
    public override Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var open = download;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(open.Name);
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = "private, no-store";
        httpContext.Response.ContentType = open.MediaType;
        await open.WriteAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
