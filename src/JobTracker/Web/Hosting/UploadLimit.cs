using JobTracker.Features.Quotas;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Hosting;

/// <summary>How large a body may be where a file is taken; everywhere else the server's own limit stands, which people are told of on a page.</summary>
public static class UploadLimit
{
    // For what a form puts around the file, and so that a file a little too large is told so in words and not cut off.
    private const long Around = 1024 * 1024;

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
                var takes = context.GetEndpoint()?.Metadata.GetMetadata<TakesFileAttribute>();
                var most = takes is null ? limit?.MaxRequestBodySize : MostOf(takes, context);
                if (context.Request.ContentLength > most && IsAskedForFirst(context))
                {
                    // Said here, because a page would find no token in a form that it may not read, and blame that. The page that explains it
                    // is shown for this same request, and must not look for a form either.
                    context.Request.ContentType = null;
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    // The server swallows for a while what still comes, as it does for any body that nobody read. Beyond its limit it would close
                    // the line instead, and whoever is still sending would never hear why.
                    if (limit is { IsReadOnly: false })
                        limit.MaxRequestBodySize = null;
                    return Task.CompletedTask;
                }
                if (takes is not null && limit is { IsReadOnly: false })
                    limit.MaxRequestBodySize = most;
                return next(context);
            }
        );

    /// <summary>And not for the page that tells people what went wrong with it.</summary>
    private static bool IsAskedForFirst(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    private static long MostOf(TakesFileAttribute takes, HttpContext context)
    {
        var usual = context.RequestServices.GetRequiredService<IOptionsMonitor<QuotasOptions>>().CurrentValue.FileBytes;
        return (takes.Most > 0 ? takes.Most : usual) + Around;
    }
}
