using System.Net.Http.Headers;
using System.Net.Http.Json;
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
        var register = contract.Operations.Single(operation => operation.Id == "register");
        using var visitor = shared.App.CreateClient();
        using var registered = await SendAsync(visitor, register, register.Path);
        await registered.ReadAsync(register.Success);

        foreach (var operation in contract.Operations.Where(operation => operation.RequestExample is not null && operation != register))
        {
            using var client = await SomebodyAsync(register);
            var rows = await RowsAsync(contract, client);
            using var answer = await SendAsync(client, operation, rows.PathOf(operation), rows.Application);
            await answer.ReadAsync(operation.Success);
        }
    }

    /// <summary>One row of each kind, for the paths and bodies that name one.</summary>
    private sealed record Rows(string Application, string HistoryEntry, string Deliverable)
    {
        public string PathOf(Contract.Described operation) =>
            operation
                .Path.Replace(
                    "{id}",
                    operation.Path.StartsWith("/api/deliverables/", StringComparison.Ordinal) ? Deliverable : Application,
                    StringComparison.Ordinal
                )
                .Replace("{change_id}", HistoryEntry, StringComparison.Ordinal);
    }

    /// <summary>A person of the operation's own, with the password of the examples.</summary>
    private async Task<HttpClient> SomebodyAsync(Contract.Described register)
    {
        var client = shared.App.CreateClient();
        var account = register.RequestExample!.DeepClone();
        account["email"] = $"example.{Guid.CreateVersion7():N}@example.org";
        using var answer = await client.PostAsJsonAsync(register.Path, account);
        var token = (await answer.ReadAsync(register.Success))["access_token"]!.GetValue<string>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<Rows> RowsAsync(Contract contract, HttpClient client)
    {
        var application = await AddAsync("addApplication", "");
        using var history = await client.GetAsync($"/api/applications/{application}/history");
        var entry = (await history.ReadAsync(200))["items"]![0]!["id"]!.ToString();
        return new Rows(application, entry, await AddAsync("addDeliverable", application));

        async Task<string> AddAsync(string id, string application)
        {
            var add = contract.Operations.Single(operation => operation.Id == id);
            using var added = await SendAsync(client, add, add.Path, application);
            return (await added.ReadAsync(add.Success))["id"]!.ToString();
        }
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        Contract.Described operation,
        string path,
        string application = ""
    )
    {
        var body = operation.RequestExample!.DeepClone();
        // The one field of an example that cannot be true for everybody.
        if (body["application_id"] is not null)
            body["application_id"] = application;
        return client.SendAsync(
            new HttpRequestMessage(new HttpMethod(operation.Method), path)
            {
                Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            }
        );
    }

    private static void AssertFits(Contract contract, Contract.Described operation, JsonNode schema, JsonNode? example)
    {
        var complaints = SchemaCheck.Complaints(contract.Document, schema, example);
        Assert.True(complaints.Count == 0, $"{operation}: {string.Join("; ", complaints)}");
    }
}
