using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>Parameters: what their values are, and the headers that the framework does not know of.</summary>
internal static class ParameterDocuments
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["id"] = "Which row.",
        ["change_id"] = "Which entry of the history.",
    };

    public static void Write(
        OpenApiOperation operation,
        Operation said,
        EndpointMetadataCollection metadata,
        OpenApiOperationTransformerContext context
    )
    {
        var types = context
            .Description.ParameterDescriptions.Where(parameter => parameter.ParameterDescriptor is IParameterInfoParameterDescriptor)
            .ToDictionary(
                parameter => parameter.Name,
                parameter => ((IParameterInfoParameterDescriptor)parameter.ParameterDescriptor).ParameterInfo.ParameterType,
                StringComparer.Ordinal
            );
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description =
                said.Parameters.GetValueOrDefault(parameter.Name!) ?? parameter.Description ?? Usual.GetValueOrDefault(parameter.Name!);
            if (types.TryGetValue(parameter.Name!, out var type))
                parameter.Schema = SchemaOf(context.Document!, parameter.Schema!, type);
        }
        if (said.Query is { } query)
            WriteRules(operation, FieldRules.Of(query, context.ApplicationServices));
        if (said.Current is not null)
            (operation.Parameters ??= []).Add(Headers.IfMatch);
        if (ProblemsOf.IsIdempotent(metadata))
            (operation.Parameters ??= []).Add(Headers.IdempotencyKey);
    }

    /// <summary>Enumerations in addresses are bound as <see cref="Word{T}"/>, of which the framework knows only that it is a text.</summary>
    private static IOpenApiSchema SchemaOf(OpenApiDocument document, IOpenApiSchema written, Type type)
    {
        if (type.IsArray)
            return new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = SchemaOf(document, new OpenApiSchema(), type.GetElementType()!),
            };
        var inner = ContractTypes.Inner(type);
        if (inner == typeof(Instant))
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
        return SchemaNames.IsWord(inner)
            ? new OpenApiSchemaReference(SchemaNames.Of(inner.GetGenericArguments()[0]), document)
            : FieldSchema.Of(document, inner, written, isNullable: false);
    }

    private static void WriteRules(OpenApiOperation operation, FieldRules rules)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.In != ParameterLocation.Query)
                continue;
            var property = string.Concat(parameter.Name!.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            FieldSchemas.Constrain(parameter.Schema!, property, rules);
            JsonNode? value = rules.Default(property) switch
            {
                null => null,
                Enum word => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()),
                var other => JsonSerializer.SerializeToNode(other),
            };
            if (value is not null)
                FieldSchema.SetDefault(parameter.Schema!, value);
        }
    }
}
