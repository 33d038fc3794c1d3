using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>
/// Completes what the framework writes of each type. Of a request: what must be there, what counts when it is left out, the bounds, and that
/// there is no other field. Of an answer: that every field is there. Programs that read answers must bear new fields.
/// </summary>
internal sealed class FieldSchemas(EndpointDataSource endpoints, IOptions<JsonOptions> json) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var types = new ContractTypes(endpoints);
        var notes = types.Chapters.SelectMany(chapter => chapter.Fields).ToArray();
        var schemas = document.Components!.Schemas!;
        foreach (var enumeration in types.All.Where(type => type.IsEnum))
            schemas[SchemaNames.Of(enumeration)] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. Enum.GetNames(enumeration).Select(name => (JsonNode)JsonNamingPolicy.SnakeCaseLower.ConvertName(name))],
            };
        foreach (var type in types.All)
            if (schemas.TryGetValue(SchemaNames.Of(type), out var found) && found is OpenApiSchema { Properties: not null } schema)
                Complete(document, schema, type, types.Requests.Contains(type), notes, FieldRules.Of(type, context.ApplicationServices));
        PartialSchemas.Write(document, types.Operations);
        return Task.CompletedTask;
    }

    private void Complete(OpenApiDocument document, OpenApiSchema schema, Type type, bool isRequest, FieldNote[] notes, FieldRules rules)
    {
        schema.AdditionalPropertiesAllowed = !isRequest;
        schema.Required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in json.Value.SerializerOptions.GetTypeInfo(type).Properties)
        {
            if (field.AttributeProvider is not PropertyInfo property || !schema.Properties!.TryGetValue(field.Name, out var written))
                continue;
            var note = notes.FirstOrDefault(note => note.Property.HasSameMetadataDefinitionAs(property));
            var isThere = isRequest ? rules.Insists(property.Name) || note?.IsRequired == true : field.IsAlwaysWritten();
            if (isThere)
                schema.Required.Add(field.Name);
            var isNullable = isRequest ? field.IsSetNullable && !isThere : field.IsGetNullable && isThere;
            schema.Properties[field.Name] = FieldSchema.Of(document, field.PropertyType, written, isNullable);
            Describe(schema.Properties[field.Name], note);
            if (isRequest)
                Constrain(schema.Properties[field.Name], property.Name, rules);
            if (isRequest && !isThere && rules.Default(property.Name) is { } value)
                FieldSchema.SetDefault(schema.Properties[field.Name], JsonSerializer.SerializeToNode(value, json.Value.SerializerOptions)!);
        }
    }

    /// <summary>The rules of a field, also where it stands in an address.</summary>
    internal static void Constrain(IOpenApiSchema field, string property, FieldRules rules)
    {
        if (field is not OpenApiSchema schema)
            return;
        schema.MinLength ??= rules.Fewest(property);
        schema.MaxLength ??= rules.Most(property);
        if (rules.Between(property) is var (from, to))
            (schema.Minimum, schema.Maximum) = (from, to);
    }

    private static void Describe(IOpenApiSchema field, FieldNote? note)
    {
        if (note is null)
            return;
        field.Description = note.Text ?? field.Description;
        if (field is not OpenApiSchema schema)
            return;
        schema.Format = note.Format ?? schema.Format;
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
            (schema.MinItems, schema.MaxItems) = (note.Fewest, note.Most);
        else
            (schema.MinLength, schema.MaxLength) = (note.Fewest, note.Most);
        if (note.Values.Count > 0)
            schema.Enum =
            [
                .. note.Values.Select(value => (JsonNode)value),
                .. schema.Type?.HasFlag(JsonSchemaType.Null) == true ? [JsonNullSentinel.JsonNull] : Array.Empty<JsonNode>(),
            ];
    }
}

/// <summary>Facts about fields as the serialiser sees them.</summary>
internal static class JsonFields
{
    /// <summary>False for a field that is left out when it is null.</summary>
    public static bool IsAlwaysWritten(this JsonPropertyInfo field) =>
        field.AttributeProvider?.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), inherit: true) != true;
}
