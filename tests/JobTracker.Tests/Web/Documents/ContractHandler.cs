using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Web.Documents;

/// <summary>Holds every answer that passes, and every request that succeeds, against the document.</summary>
internal sealed class ContractHandler(Contract contract)
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        }
    )
{
    /// <summary>What has passed: operation, status, and a problem's code.</summary>
    public HashSet<(string Operation, int Status, string? Code)> Seen { get; } = [];

    /// <summary>A client through this handler.</summary>
    public HttpClient Client(JobTrackerApp app, string? token = null)
    {
        var client = new HttpClient(this, disposeHandler: false) { BaseAddress = app.Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        var operation = contract.Of(request.Method, request.RequestUri!.AbsolutePath);
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        var described = operation.Operation["responses"]![status];
        Assert.True(
            described is not null,
            $"{operation} answered {status}, which is not described: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
        );
        var response = contract.Resolve(described);

        CheckHeaders(operation, response, answer);
        var code = await CheckBodyAsync(operation, response, answer);
        if (answer.IsSuccessStatusCode && operation.RequestSchema is { } schema)
            Fits(operation, "request", schema, JsonNode.Parse(sent!));
        Seen.Add((operation.Id, (int)answer.StatusCode, code));
        return answer;
    }

    private static void CheckHeaders(Contract.Described operation, JsonObject response, HttpResponseMessage answer)
    {
        var described = response["headers"]?.AsObject().Select(header => header.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var name in (string[])["ETag", "Location", "Retry-After", "WWW-Authenticate"])
            if (answer.Headers.Contains(name))
                Assert.True(described.Contains(name), $"{operation} sent {name} with {(int)answer.StatusCode}, which is not described.");
            else if (answer.IsSuccessStatusCode || name == "Retry-After" && answer.StatusCode != HttpStatusCode.Conflict)
                Assert.False(described.Contains(name), $"{operation} sent no {name} with {(int)answer.StatusCode}.");
    }

    private async Task<string?> CheckBodyAsync(Contract.Described operation, JsonObject response, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (response["content"] is not JsonObject content)
        {
            Assert.True(body.Length == 0, $"{operation} answered {(int)answer.StatusCode} with a body, which is not described: {body}");
            return null;
        }
        var mediaType = answer.Content.Headers.ContentType?.MediaType ?? "nothing";
        Assert.True(
            content[mediaType] is not null,
            $"{operation} answered {(int)answer.StatusCode} as {mediaType}, which is not described."
        );
        // The bytes of a file are what they are.
        if (content[mediaType]!["schema"]!["format"]?.GetValue<string>() == "binary")
            return null;
        var value = mediaType == "text/plain" ? JsonValue.Create(body) : JsonNode.Parse(body);
        Fits(operation, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), content[mediaType]!["schema"]!, value);
        if (mediaType != "application/problem+json")
            return null;
        var code = value!["code"]!.GetValue<string>();
        Assert.True(content[mediaType]!["examples"]![code] is not null, $"{operation} answered the code {code}, which is not described.");
        return code;
    }

    private void Fits(Contract.Described operation, string what, JsonNode schema, JsonNode? value)
    {
        var complaints = SchemaCheck.Complaints(contract.Document, schema, value);
        Assert.True(complaints.Count == 0, $"{operation}, {what}: {string.Join("; ", complaints)}");
    }
}
