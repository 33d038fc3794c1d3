using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The contract for people and generators: <c>/openapi/v1.json</c>, Swagger UI at <c>/docs</c>, ReDoc at <c>/redoc</c>. All of it is public.</summary>
public static class Documents
{
    private const string Title = "JobTracker API";
    private const string SwaggerPath = "docs";
    private const string ReDocPath = "redoc";

    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddOpenApi(
            ServedDocument.Name,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = SchemaNames.Of;
                options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any();
                options.AddOperationTransformer<OperationDocuments>();
                options.AddDocumentTransformer<FieldSchemas>();
                options.AddDocumentTransformer<WholeDocument>();
            }
        );
        services.AddSingleton<ServedDocument>();
    }

    /// <summary>The pages. They stand before routing, for they are nobody's endpoints.</summary>
    public static void UseDocumentPages(this IApplicationBuilder app)
    {
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = SwaggerPath;
            options.DocumentTitle = Title;
            options.SwaggerEndpoint(ServedDocument.Path, Title);
            options.DisplayOperationId();
            options.EnableDeepLinking();
            options.EnableFilter();
        });
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments($"/{ReDocPath}", StringComparison.OrdinalIgnoreCase),
            redoc => redoc.Use(ReDocPage.RelaxHeaders)
        );
        app.UseReDoc(options =>
        {
            options.RoutePrefix = ReDocPath;
            options.DocumentTitle = Title;
            options.SpecUrl = ServedDocument.Path;
            options.IndexStream = ReDocPage.Open;
            options.ConfigObject.AdditionalItems["hideDownloadButton"] = false;
        });
    }

    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(ServedDocument.Path, (ServedDocument document, CancellationToken cancel) => document.AnswerAsync(cancel))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
