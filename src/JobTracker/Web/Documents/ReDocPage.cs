using System.Text;

namespace JobTracker.Web.Documents;

/// <summary>ReDoc's page. It puts styles into the page and searches in a worker that it makes itself, which the site's own pages may not.</summary>
internal static class ReDocPage
{
    private const string ContentSecurityPolicy =
        SecurityHeaders.ContentSecurityPolicy + "; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; font-src data:";

    // The package's own page fetches fonts from another site.
    private const string Html = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%(DocumentTitle)</title>
            <link rel="stylesheet" href="index.css">
        </head>
        <body>
            <div id="redoc-container"></div>
            <script type="module" src="index.js"></script>
        </body>
        </html>
        """;

    public static Stream Open() => new MemoryStream(Encoding.UTF8.GetBytes(Html), writable: false);

    public static Task RelaxHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return next(context);
    }
}
