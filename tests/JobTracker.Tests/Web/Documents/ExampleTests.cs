using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Web.Documents;

public sealed class ExampleTests(SharedApp shared)
{
    [Fact]
    public async Task Every_example_keeps_its_schema()
    {
        var contract = await Contract.ReadAsync(shared.App);
        foreach (var operation in contract.Operations)
        {
            if (operation.RequestExample is { } request)
                AssertFits(contract, operation, operation.RequestSchema!, request);
            foreach (var (_, response) in operation.Operation["responses"]!.AsObject())
            foreach (var (_, content) in contract.Resolve(response!)["content"]?.AsObject() ?? [])
            {
                var several = content!["examples"]?.AsObject().Select(example => example.Value!["value"]) ?? [];
                JsonNode?[] examples = [.. several, .. content["example"] is { } one ? [one] : Array.Empty<JsonNode?>()];
                Assert.NotEmpty(examples);
                Assert.All(examples, example => AssertFits(contract, operation, content["schema"]!, example));
            }
        }
    }

    [Fact]
    public async Task Every_request_example_works()
    {
        var contract = await Contract.ReadAsync(shared.App);
        using var client = shared.App.CreateClient();
        var register = contract.Operations.Single(operation => operation.Id == "register");
        using var registered = await SendAsync(client, register, register.Path);
        var person = await registered.ReadAsync(register.Success);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person["access_token"]!.GetValue<string>());

        var add = contract.Operations.Single(operation => operation.Id == "addApplication");
        foreach (var operation in contract.Operations.Where(operation => operation.RequestExample is not null && operation != register))
        {
            using var added = await SendAsync(client, add, add.Path);
            var row = await added.ReadAsync(add.Success);
            var history = await client.GetAsync($"/api/applications/{row["id"]}/history");
            var entry = (await history.ReadAsync(200))["items"]![0]!;
            var path = operation
                .Path.Replace("{id}", row["id"]!.ToString(), StringComparison.Ordinal)
                .Replace("{change_id}", entry["id"]!.ToString(), StringComparison.Ordinal);
            using var answer = await SendAsync(client, operation, path);
            await answer.ReadAsync(operation.Success);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, Contract.Described operation, string path) =>
        client.SendAsync(
            new HttpRequestMessage(new HttpMethod(operation.Method), path)
            {
                Content = new StringContent(operation.RequestExample!.ToJsonString(), Encoding.UTF8, "application/json"),
            }
        );

    private static void AssertFits(Contract contract, Contract.Described operation, JsonNode schema, JsonNode? example)
    {
        var complaints = SchemaCheck.Complaints(contract.Document, schema, example);
        Assert.True(complaints.Count == 0, $"{operation}: {string.Join("; ", complaints)}");
    }
}
