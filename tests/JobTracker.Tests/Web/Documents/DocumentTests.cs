using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JobTracker.Tests.Architecture;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Web.Documents;

public sealed partial class DocumentTests(SharedApp shared)
{
    // The last two are there in Development alone: files of wwwroot that came after the build.
    private static readonly string[] OwnPages =
    [
        "GET /app.webmanifest",
        "GET /openapi/v1.json",
        "GET /docs/start.js",
        "GET /redoc/start.js",
        "GET /{**path}",
        "HEAD /{**path}",
    ];

    [Fact]
    public async Task The_stored_copy_is_the_document_that_is_served()
    {
        var served = (await Contract.TextAsync(shared.App)).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Sources.Root, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, served);
        var stored = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(
            served == stored,
            "docs/openapi.json is not what the app serves: look at the change, then run this test with UPDATE_OPENAPI=1 and commit the file."
        );
    }

    [Fact]
    public async Task Every_endpoint_is_described_and_nothing_else()
    {
        var contract = await Contract.ReadAsync(shared.App);
        var endpoints = shared
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
                && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            )
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"],
                (endpoint, method) => $"{method} {PathOf(endpoint)}"
            )
            .Except(OwnPages);
        Assert.Equal(
            endpoints.Order(StringComparer.Ordinal),
            contract.Operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_summary_a_tag_that_is_explained_and_an_example()
    {
        var contract = await Contract.ReadAsync(shared.App);
        Assert.Equal(contract.Operations.Count, contract.Operations.Select(operation => operation.Id).Distinct().Count());
        var tags = contract.Document["tags"]!
            .AsArray()
            .ToDictionary(tag => tag!["name"]!.GetValue<string>(), tag => tag!["description"]?.GetValue<string>());
        Assert.All(
            contract.Operations,
            operation =>
            {
                Assert.Matches("^[a-z][A-Za-z]+$", operation.Id);
                Assert.False(string.IsNullOrWhiteSpace(operation.Operation["summary"]?.GetValue<string>()), operation.Id);
                Assert.False(string.IsNullOrWhiteSpace(tags[operation.Operation["tags"]![0]!.GetValue<string>()]), operation.Id);
                Assert.True(operation.RequestSchema is null == operation.RequestExample is null, operation.Id);
            }
        );
    }

    [Fact]
    public async Task Operations_ask_for_a_token_unless_they_are_public()
    {
        var contract = await Contract.ReadAsync(shared.App);
        string[] open =
        [
            .. contract
                .Operations.Where(operation => operation.Operation["security"]!.AsArray().Count == 0)
                .Select(operation => operation.Id),
        ];
        Assert.Equal(["register", "login", "forgotPassword", "resetPassword", "openCalendar", "isAlive", "isReady"], open);
        var optional = Assert.Single(contract.Operations, operation => operation.Operation["security"]!.AsArray().Count == 2);
        Assert.Equal("readMeta", optional.Id);
        Assert.Equal("bearer", contract.Document["components"]!["securitySchemes"]!["Bearer"]!["scheme"]!.GetValue<string>());
    }

    [Fact]
    public async Task Names_are_in_snake_case_and_no_name_of_the_program_leaks()
    {
        var contract = await Contract.ReadAsync(shared.App);
        var fields = contract.Schemas.SelectMany(schema => schema.Value!["properties"]?.AsObject().Select(field => field.Key) ?? []);
        var parameters = contract
            .Operations.SelectMany(operation => operation.Operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["in"]!.GetValue<string>() != "header")
            .Select(parameter => parameter!["name"]!.GetValue<string>());
        Assert.All(fields.Concat(parameters), name => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", name));
        Assert.All(contract.Schemas, schema => Assert.Matches("^[A-Z][A-Za-z]+$", schema.Key));
        Assert.DoesNotMatch(ProgramName(), contract.Document.ToJsonString());
    }

    [Fact]
    public async Task Every_shared_part_is_used()
    {
        var contract = await Contract.ReadAsync(shared.App);
        var text = contract.Document.ToJsonString();
        foreach (var kind in (string[])["schemas", "responses"])
            Assert.All(
                contract.Document["components"]![kind]!.AsObject(),
                part => Assert.Contains($"\"#/components/{kind}/{part.Key}\"", text, StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task Requests_may_have_no_other_fields_and_answers_may_grow()
    {
        var contract = await Contract.ReadAsync(shared.App);
        Assert.All(
            contract.Operations.Where(operation => operation.RequestSchema is not null),
            operation =>
                Assert.False(contract.Resolve(operation.RequestSchema!)["additionalProperties"]?.GetValue<bool>() ?? true, operation.Id)
        );
        Assert.All(
            contract.Schemas.Where(schema =>
                schema.Key.EndsWith("Row", StringComparison.Ordinal) || schema.Key.EndsWith("Answer", StringComparison.Ordinal)
            ),
            schema => Assert.Null(schema.Value!["additionalProperties"])
        );
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + RouteConstraint().Replace(endpoint.RoutePattern.RawText!, "}").Trim('/');

    [GeneratedRegex(@":\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteConstraint();

    [GeneratedRegex(
        @"System\.|Microsoft\.|JobTracker\.|Npgsql|`\d|Nullable|JsonObject|IResult|CancellationToken|DateOnly|DateTime|Int32|WordOf|traceId",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ProgramName();
}
