using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The document's part on <c>/health</c>.</summary>
internal static class HealthChecks
{
    public static readonly Chapter Chapter = new("health", "For whatever watches over the process.");

    public static void Write(OpenApiDocument document)
    {
        document.Paths["/health/live"] = Path(document, Get("isAlive", "Ask whether the process answers", description: null));
        var ready = Get(
            "isReady",
            "Ask whether it can serve",
            "That is, the database is reachable and migrated, and the process is not about to stop."
        );
        ready.Responses!["503"] = Text("Not now.", "Unhealthy");
        document.Paths["/health/ready"] = Path(document, ready);
    }

    private static OpenApiPathItem Path(OpenApiDocument document, OpenApiOperation operation)
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(Chapter.Tag, document) };
        return new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
    }

    private static OpenApiOperation Get(string id, string summary, string? description) =>
        new()
        {
            OperationId = id,
            Summary = summary,
            Description = description,
            Responses = new OpenApiResponses { ["200"] = Text("Yes.", "Healthy") },
            Security = [],
        };

    private static OpenApiResponse Text(string description, string word) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["text/plain"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [word] },
                    Example = word,
                },
            },
        };
}
