using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>Files in the document: how one is sent, and what comes back when its bytes are asked for.</summary>
internal static class FileDocuments
{
    private const string Form = "multipart/form-data";

    public static OpenApiRequestBody BodyOf(string field, IReadOnlyDictionary<string, string> also)
    {
        var fields = also.ToDictionary(
            pair => pair.Key,
            pair => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, Description = pair.Value },
            StringComparer.Ordinal
        );
        fields[field] = Binary();
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Form] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = fields,
                        Required = new HashSet<string>(StringComparer.Ordinal) { field },
                    },
                },
            },
        };
    }

    public static Dictionary<string, OpenApiMediaType> ContentOf(IEnumerable<string> mediaTypes) =>
        mediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = Binary() }, StringComparer.Ordinal);

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
