using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>Writes what an <see cref="Operation"/> says into the document: body, answers, headers, who may ask.</summary>
internal sealed class OperationDocuments(IOptions<JsonOptions> json) : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = new EndpointMetadataCollection(context.Description.ActionDescriptor.EndpointMetadata);
        var said = metadata.GetRequiredMetadata<Operation>();
        var document = context.Document!;
        ParameterDocuments.Write(operation, said, metadata, context);
        await WriteBodyAsync(operation, said, context, cancellationToken);
        WriteAnswer(operation, said.Answers);
        ProblemAnswers.Add(
            operation.Responses!,
            document,
            ProblemsOf.Endpoint(said, metadata, context.Description.RelativePath!),
            said.Current,
            said.Current is null ? null : Node(said.Current, said.Current.GetType())
        );
        operation.Security = Security.Of(document, ProblemsOf.NeedsToken(metadata), said.TokenIsOptional);
    }

    private async Task WriteBodyAsync(
        OpenApiOperation operation,
        Operation said,
        OpenApiOperationTransformerContext context,
        CancellationToken cancel
    )
    {
        if (said.Takes is not { } body)
            return;
        if (body.FileField is { } field)
        {
            operation.RequestBody = FileDocuments.BodyOf(field, body.TextFields);
            return;
        }
        var schema = body.IsPartial
            ? await PartialSchemas.OfAsync(body.Type, context, cancel)
            : operation.RequestBody!.Content![Json].Schema;
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Json] = new OpenApiMediaType { Schema = schema, Example = ExampleOf(body) },
            },
        };
    }

    private void WriteAnswer(OpenApiOperation operation, Answer answer)
    {
        var response = operation.Responses![answer.Status.ToString(CultureInfo.InvariantCulture)];
        response.Description = answer.Status switch
        {
            StatusCodes.Status201Created => "Done, and something is new.",
            StatusCodes.Status202Accepted => "Taken down.",
            StatusCodes.Status204NoContent => "Done; there is nothing to say.",
            _ => "Done.",
        };
        if (answer.Type is { } type && response.Content?[Json] is OpenApiMediaType content)
            content.Example = Node(answer.Example!, type);
        if (response is not OpenApiResponse own)
            return;
        if (answer.MediaTypes.Count > 0)
            own.Content = FileDocuments.ContentOf(answer.MediaTypes);
        if (answer.Status == StatusCodes.Status201Created)
            own.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Location"] = Headers.Location };
        if (answer.IsTagged)
            own.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["ETag"] = answer.MediaTypes.Count > 0 ? Headers.ContentTag : Headers.Tag,
            };
    }

    /// <summary>In a whole body null says no more than nothing; in a part it empties the field.</summary>
    private JsonNode ExampleOf(Body body) =>
        body.IsPartial ? ((JsonObject)body.Example).DeepClone() : WithoutNulls(Node(body.Example, body.Type));

    private static JsonNode WithoutNulls(JsonNode node) =>
        node is JsonObject fields
            ? new JsonObject(
                fields
                    .Where(field => field.Value is not null)
                    .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)WithoutNulls(field.Value!)))
            )
            : node.DeepClone();

    private JsonNode Node(object value, Type type) => JsonSerializer.SerializeToNode(value, type, json.Value.SerializerOptions)!;
}
