using System.Globalization;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Web.Documents;

/// <summary>The document as the app serves it.</summary>
internal sealed class Contract
{
    private Contract(JsonNode document)
    {
        Document = document;
        Operations =
        [
            .. document["paths"]!
                .AsObject()
                .SelectMany(
                    path => path.Value!.AsObject(),
                    (path, operation) => new Described(path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject())
                ),
        ];
    }

    public JsonNode Document { get; }

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<Described> Operations { get; }

    /// <summary>The shared schemas.</summary>
    public JsonObject Schemas => Document["components"]!["schemas"]!.AsObject();

    public static async Task<string> TextAsync(JobTrackerApp app)
    {
        using var client = app.CreateClient();
        return await client.GetStringAsync("/openapi/v1.json");
    }

    public static async Task<Contract> ReadAsync(JobTrackerApp app) => new(JsonNode.Parse(await TextAsync(app))!);

    /// <summary>What stands there, or what a reference leads to.</summary>
    public JsonObject Resolve(JsonNode node) => Resolve(Document, node);

    /// <inheritdoc cref="Resolve(JsonNode)"/>
    public static JsonObject Resolve(JsonNode document, JsonNode node)
    {
        if (node["$ref"]?.GetValue<string>() is not { } reference)
            return node.AsObject();
        var target = reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (at, step) => at?[step]);
        return (target ?? throw new InvalidOperationException($"{reference} leads nowhere.")).AsObject();
    }

    /// <summary>The operation that answers a request; a path without parameters goes first, as in routing.</summary>
    public Described Of(HttpMethod method, string path) =>
        Operations
            .Where(operation => operation.Method == method.Method && operation.Matches(path))
            .MinBy(operation => operation.Path.Count(character => character == '{'))
        ?? throw new InvalidOperationException($"{method} {path} is not described.");

    /// <summary>One operation.</summary>
    public sealed record Described(string Path, string Method, JsonObject Operation)
    {
        public string Id => Operation["operationId"]!.GetValue<string>();

        /// <summary>The status of its success.</summary>
        public int Success =>
            Operation["responses"]!
                .AsObject()
                .Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture))
                .First(status => status < 300);

        public JsonNode? RequestSchema => Operation["requestBody"]?["content"]!["application/json"]?["schema"];

        public JsonNode? RequestExample => Operation["requestBody"]?["content"]!["application/json"]?["example"];

        public bool Matches(string path)
        {
            var (template, steps) = (Path.Split('/'), path.Split('/'));
            return template.Length == steps.Length
                && template.Zip(steps).All(step => step.First.StartsWith('{') || step.First == step.Second);
        }

        public override string ToString() => $"{Method} {Path}";
    }
}
