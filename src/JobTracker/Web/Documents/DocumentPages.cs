namespace JobTracker.Web.Documents;

/// <summary>Swagger UI at <c>/docs</c> and ReDoc at <c>/redoc</c>: the packages' scripts in pages of our own, which fetch nothing from elsewhere.</summary>
internal static class DocumentPages
{
    private const string Docs = "docs";
    private const string ReDoc = "redoc";

    // ReDoc writes its styles into the page and has its icons' font in them.
    private const string ReDocPolicy = SecurityHeaders.ContentSecurityPolicy + "; style-src 'self' 'unsafe-inline'; font-src data:";

    /// <summary>Before routing, for the packages' files are nobody's endpoints.</summary>
    public static void Use(IApplicationBuilder app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments($"/{ReDoc}", StringComparison.OrdinalIgnoreCase),
            redoc => redoc.Use(RelaxAsync)
        );
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = Docs;
            options.IndexStream = () => Open("docs.html");
        });
        app.UseReDoc(options =>
        {
            options.RoutePrefix = ReDoc;
            options.IndexStream = () => Open("redoc.html");
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var page in (string[])[Docs, ReDoc])
            routes
                .MapGet($"/{page}/start.js", () => TypedResults.Stream(Open($"{page}.js"), "text/javascript; charset=utf-8"))
                .AllowAnonymous()
                .ExcludeFromDescription();
    }

    private static Stream Open(string file) =>
        typeof(DocumentPages).Assembly.GetManifestResourceStream($"{typeof(DocumentPages).Namespace}.Pages.{file}")!;

    private static Task RelaxAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = ReDocPolicy;
        return next(context);
    }
}
