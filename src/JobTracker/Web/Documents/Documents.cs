using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The contract for people and generators: <c>/openapi/v1.json</c>, Swagger UI at <c>/docs</c>, ReDoc at <c>/redoc</c>. All of it is public.</summary>
public static class Documents
{
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

    /// <inheritdoc cref="DocumentPages.Use"/>
    public static void UseDocumentPages(this IApplicationBuilder app) => DocumentPages.Use(app);

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(ServedDocument.Path, (ServedDocument document, CancellationToken cancel) => document.AnswerAsync(cancel))
            .AllowAnonymous()
            .ExcludeFromDescription();
        DocumentPages.Map(routes);
    }
}
