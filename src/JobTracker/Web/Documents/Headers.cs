using System.Text.Json.Nodes;
using JobTracker.Web.Idempotency;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The headers that the contract speaks of.</summary>
internal static class Headers
{
    public static readonly OpenApiHeader RetryAfter = Header(
        "Whole seconds to wait before the next try.",
        new() { Type = JsonSchemaType.Integer, Minimum = "1" }
    );

    public static readonly OpenApiHeader WwwAuthenticate = Header("`Bearer`, when no valid token was sent.", Text());

    public static readonly OpenApiHeader Location = Header("The address of the new row.", Text("uri-reference"));

    public static readonly OpenApiHeader Tag = Header("The row's `version` in quotes, for `If-Match`.", Text());

    public static readonly OpenApiHeader ContentTag = Header(
        "Stands for the content: sent back in `If-None-Match`, it brings 304 until that changes.",
        Text()
    );

    public static OpenApiParameter IfMatch =>
        new()
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Description =
                "The `ETag` that was read last: the request is refused when the row has changed since. Without it, or with `*`, the last write wins.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^(\"[0-9]+\"|\\*)$" },
            Example = JsonValue.Create("\"1\""),
        };

    public static OpenApiParameter IdempotencyKey =>
        new()
        {
            Name = IdempotencyMiddleware.Header,
            In = ParameterLocation.Header,
            Description =
                "Makes a repeat safe: the same key with the same body gets the first answer back for 24 hours, and nothing is done twice.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = 64,
                Pattern = "^[!-~]+$",
            },
            Example = JsonValue.Create("3f1c2d6e-add-kestrel-maps"),
        };

    private static OpenApiHeader Header(string description, OpenApiSchema schema) => new() { Description = description, Schema = schema };

    private static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };
}
