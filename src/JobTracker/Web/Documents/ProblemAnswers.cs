using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobTracker.Web.Problems;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The error answers of an endpoint. One code at a status refers to an answer that all endpoints share; several stand in place.</summary>
internal static class ProblemAnswers
{
    public static void Add(OpenApiResponses responses, OpenApiDocument document, IEnumerable<string> codes, object? row, JsonNode? current)
    {
        foreach (var status in codes.GroupBy(Codes.StatusOf))
            responses[status.Key.ToString(CultureInfo.InvariantCulture)] =
                status.Count() == 1 && status.Single() != Codes.Stale
                    ? Shared(document, status.Single())
                    : Response(document, [.. status], row?.GetType(), current);
    }

    private static OpenApiResponseReference Shared(OpenApiDocument document, string code)
    {
        var name = string.Concat(code.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        if (document.Components?.Responses?.ContainsKey(name) != true)
            document.AddComponent(name, Response(document, [code], row: null, current: null));
        return new OpenApiResponseReference(name, document);
    }

    private static OpenApiResponse Response(OpenApiDocument document, string[] codes, Type? row, JsonNode? current)
    {
        var schemas = codes.Select(code => ProblemSchemas.Of(document, code, row)).DistinctBy(schema => schema.Reference.Id).ToArray();
        var response = new OpenApiResponse
        {
            Description =
                codes.Length == 1
                    ? Codes.MeaningOf(codes[0])
                    : string.Join('\n', codes.Select(code => $"- `{code}`: {Codes.MeaningOf(code)}")),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.MediaType] = new OpenApiMediaType
                {
                    Schema = schemas.Length == 1 ? schemas[0] : new OpenApiSchema { AnyOf = [.. schemas] },
                    Examples = codes.ToDictionary(
                        code => code,
                        IOpenApiExample (code) => new OpenApiExample { Value = ProblemSchemas.Example(code, current?.DeepClone()) },
                        StringComparer.Ordinal
                    ),
                },
            },
        };
        if (codes.Any(Codes.HasRetryAfter))
            response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Retry-After"] = Headers.RetryAfter };
        if (codes.Contains(Codes.Unauthenticated))
            response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["WWW-Authenticate"] = Headers.WwwAuthenticate,
            };
        return response;
    }
}
