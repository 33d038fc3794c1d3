using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The bodies of PATCH: the same fields, none of which must be there, and what is left out stays as it is.</summary>
internal static class PartialSchemas
{
    /// <summary>A reference to the partial schema, which <see cref="Write"/> makes out of the whole one when that is complete.</summary>
    public static async Task<OpenApiSchemaReference> OfAsync(
        Type type,
        OpenApiOperationTransformerContext context,
        CancellationToken cancel
    )
    {
        var document = context.Document!;
        if (document.Components?.Schemas?.ContainsKey(SchemaNames.Of(type)) != true)
            document.AddComponent(SchemaNames.Of(type), await context.GetOrCreateSchemaAsync(type, cancellationToken: cancel));
        return new OpenApiSchemaReference(NameOf(type), document);
    }

    public static void Write(OpenApiDocument document, IReadOnlyList<Operation> operations)
    {
        var schemas = document.Components!.Schemas!;
        var bodies = operations.Select(operation => operation.Takes).OfType<Body>().ToList();
        foreach (var type in bodies.Where(body => body.IsPartial).Select(body => body.Type).Distinct())
        {
            document.AddComponent(NameOf(type), Partial(schemas[SchemaNames.Of(type)]));
            if (!bodies.Exists(body => body.Type == type && !body.IsPartial))
                schemas.Remove(SchemaNames.Of(type));
        }
    }

    private static string NameOf(Type type) => $"{SchemaNames.Of(type)}Patch";

    private static OpenApiSchema Partial(IOpenApiSchema whole)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, schema) in whole.Properties!)
        {
            properties[name] = schema.CreateShallowCopy();
            FieldSchema.SetDefault(properties[name], value: null);
        }
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            AdditionalPropertiesAllowed = false,
        };
    }
}
