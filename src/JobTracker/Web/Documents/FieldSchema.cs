using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The schema of one field. Enumerations are shared; what has a converter of ours is a text, which the framework cannot know.</summary>
internal static class FieldSchema
{
    public static IOpenApiSchema Of(OpenApiDocument document, Type type, IOpenApiSchema written, bool isNullable)
    {
        var inner = ContractTypes.Inner(type);
        if (inner.IsEnum)
            return OrNull(new OpenApiSchemaReference(SchemaNames.Of(inner), document), isNullable);
        // The framework writes "null or the schema" for whatever can be null in C#; here it also counts whether it may be.
        if (written.OneOf is [_, var only])
            return OrNull(only, isNullable);
        if (written is not OpenApiSchema schema)
            return written;
        if (IsText(inner))
            schema.Type = JsonSchemaType.String;
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true && IsListOfTexts(inner))
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Type = isNullable ? schema.Type | JsonSchemaType.Null : schema.Type & ~JsonSchemaType.Null;
        return schema;
    }

    public static void SetDefault(IOpenApiSchema field, JsonNode? value)
    {
        if (field is OpenApiSchema schema)
            schema.Default = value;
        else if (field is OpenApiSchemaReference reference)
            reference.Default = value;
    }

    private static IOpenApiSchema OrNull(IOpenApiSchema schema, bool isNullable) =>
        isNullable ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] } : schema;

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(DateTimeOffset);

    private static bool IsListOfTexts(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var item] && item == typeof(string);
}
