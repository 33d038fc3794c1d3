using System.Text.Json.Nodes;
using JobTracker.Web.Problems;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The schemas of problem details (RFC 9457), shared by all endpoints.</summary>
internal static class ProblemSchemas
{
    private const string Base = "Problem";
    private static readonly JsonArray FieldMistake = ["Enter the company."];

    /// <summary>The schema of one code's problem; it is added to the document when it is first asked for.</summary>
    /// <param name="document">Where to.</param>
    /// <param name="code">The code.</param>
    /// <param name="row">The type of the row that comes with <c>stale</c>.</param>
    public static OpenApiSchemaReference Of(OpenApiDocument document, string code, Type? row)
    {
        var (name, own) = code switch
        {
            Codes.Invalid => ("InvalidProblem", Invalid()),
            Codes.QuotaExceeded => ("QuotaExceededProblem", QuotaExceeded()),
            Codes.AiBlocked => ("AiBlockedProblem", AiBlocked()),
            Codes.Stale => ($"StaleProblemOf{SchemaNames.Of(row!)}", Stale(document, row!)),
            _ => (Base, []),
        };
        if (document.Components?.Schemas?.ContainsKey(name) != true)
            document.AddComponent(name, Schema(own, name == Base ? null : code));
        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>An example of a problem.</summary>
    public static JsonObject Example(string code, JsonNode? current)
    {
        var problem = new JsonObject
        {
            ["type"] = $"/problems/{code.Replace('_', '-')}",
            ["title"] = ProblemTitles.Of(code),
            ["status"] = Codes.StatusOf(code),
            ["code"] = code,
            ["trace_id"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (code == Codes.Invalid)
            problem["errors"] = new JsonObject { ["company"] = FieldMistake.DeepClone() };
        if (code == Codes.QuotaExceeded)
            (problem["quota"], problem["limit"], problem["used"]) = ("applications_per_user", 5, 5);
        if (code == Codes.AiBlocked)
            problem["reason"] = "SAFETY";
        if (code == Codes.Stale)
            problem["current"] = current;
        return problem;
    }

    private static OpenApiSchema Schema(Dictionary<string, IOpenApiSchema> own, string? code)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("Stands for the code: a stable path.", "uri-reference"),
            ["title"] = Text("What the code means, in the language of `Accept-Language`."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status once more." },
            ["detail"] = Text("What happened to this request."),
            ["code"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. (code is null ? ProblemTitles.Codes : [code]).Select(value => (JsonNode)value)],
            },
            ["trace_id"] = Text("What to quote when asking for help."),
        };
        foreach (var (name, schema) in own)
            properties[name] = schema;
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Required = properties.Keys.Where(name => name != "detail").ToHashSet(StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, IOpenApiSchema> Invalid() =>
        new(StringComparer.Ordinal)
        {
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Messages by field or parameter; `body` when the JSON cannot be read at all.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(description: null) },
            },
        };

    private static Dictionary<string, IOpenApiSchema> QuotaExceeded() =>
        new(StringComparer.Ordinal)
        {
            ["quota"] = Text("Which limit."),
            ["limit"] = Number("How many there may be."),
            ["used"] = Number("How many there are."),
        };

    private static Dictionary<string, IOpenApiSchema> AiBlocked() =>
        new(StringComparer.Ordinal) { ["reason"] = Text("The provider's own word.") };

    private static Dictionary<string, IOpenApiSchema> Stale(OpenApiDocument document, Type row) =>
        new(StringComparer.Ordinal) { ["current"] = new OpenApiSchemaReference(SchemaNames.Of(row), document) };

    private static OpenApiSchema Text(string? description, string? format = null) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = format,
            Description = description,
        };

    private static OpenApiSchema Number(string description) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Description = description,
        };
}
