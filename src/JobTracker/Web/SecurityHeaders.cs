namespace JobTracker.Web;

/// <summary>What browsers must and must not do with our answers.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style, nothing from elsewhere, no frames.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // It stands among the built scripts and answers for the whole site, which a browser allows only when the server says so.
    private const string ServiceWorker = "/build/service-worker.js";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // At the last moment: the answer to an exception starts with no headers at all.
                context.Response.OnStarting(AddAsync, context);
                return next(context);
            }
        );

    private static Task AddAsync(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // A few answers bring a policy of their own.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.Path == ServiceWorker)
            headers["Service-Worker-Allowed"] = "/";
        return Task.CompletedTask;
    }

    /// <summary>Answers to somebody who is signed in are kept by nobody in between.</summary>
    public static IApplicationBuilder UseNoStoreWhenSignedIn(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.Identity?.IsAuthenticated == true || context.IsApi() || context.Request.Headers.Authorization.Count > 0)
                {
                    context.Response.Headers.CacheControl = "no-cache, no-store";
                    context.Response.Headers.Pragma = "no-cache";
                }
                return next(context);
            }
        );

    private static bool IsApi(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
