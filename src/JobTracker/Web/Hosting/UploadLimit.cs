using JobTracker.Features.Quotas;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Hosting;

/// <summary>How large a body may be where a file is taken; everywhere else the server's own limit stands.</summary>
public static class UploadLimit
{
    // For what a form puts around the file, and so that a file a little too large is told so in words and not cut off.
    private const long Around = 1024 * 1024;

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>() is not { } takes)
                    return next(context);
                var usual = context.RequestServices.GetRequiredService<IOptionsMonitor<QuotasOptions>>().CurrentValue.FileBytes;
                var most = (takes.Most > 0 ? takes.Most : usual) + Around;
                if (context.Request.ContentLength > most)
                {
                    // Said here, because a page would find no token in a form that it may not read, and blame that. The page that explains it
                    // is shown for this same request, and must not look for a form either.
                    context.Request.ContentType = null;
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return Task.CompletedTask;
                }
                if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                    limit.MaxRequestBodySize = most;
                return next(context);
            }
        );
}
