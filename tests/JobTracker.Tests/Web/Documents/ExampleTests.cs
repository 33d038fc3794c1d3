using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Mail;

namespace JobTracker.Tests.Web.Documents;

public sealed class ExampleTests(SharedApp shared)
{
    private const string Applications = "/api/applications";
    private const string Administration = "/api/admin/";

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
                // The bytes of a file need none.
                if (content!["schema"]!["format"]?.GetValue<string>() == "binary")
                    continue;
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
        using var registered = await SendAsync(contract, visitor, register, register.Path);
        await registered.ReadAsync(register.Success);

        foreach (var operation in contract.Operations.Where(operation => operation.RequestExample is not null && operation != register))
        {
            using var client = await SomebodyAsync(register, isAdmin: operation.Path.StartsWith(Administration, StringComparison.Ordinal));
            using var answer = await SendAsync(contract, client, operation, await PathAsync(contract, client, operation.Path));
            await answer.ReadAsync(operation.Success);
        }
    }

    /// <summary>A person of the operation's own, with the password of the examples.</summary>
    private async Task<HttpClient> SomebodyAsync(Contract.Described register, bool isAdmin)
    {
        var client = shared.App.CreateClient();
        var account = register.RequestExample!.DeepClone();
        account["email"] = $"example.{Guid.CreateVersion7():N}@example.org";
        using var answer = await client.PostAsJsonAsync(register.Path, account);
        var registered = await answer.ReadAsync(register.Success);
        var token = registered["access_token"]!.GetValue<string>();
        if (isAdmin)
            await shared.App.ExecuteAsync($"update users set is_admin = true where id = {registered["user"]!["id"]!.GetValue<Guid>()}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The path to a row that there is.</summary>
    private async Task<string> PathAsync(Contract contract, HttpClient client, string template)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
            return template;
        if (template.StartsWith(Administration, StringComparison.Ordinal))
        {
            using var me = await client.GetAsync("/api/auth/me");
            return template.Replace("{id}", (await me.ReadAsync(200)).Text("id"), StringComparison.Ordinal);
        }
        var application = await ApplicationAsync(contract, client);
        var list = template[..template.IndexOf("/{", StringComparison.Ordinal)];
        if (list != Applications)
        {
            var add = contract.Operations.Single(operation => operation.Method == "POST" && operation.Path == list);
            using var added = await SendAsync(contract, client, add, list);
            return template.Replace("{id}", (await added.ReadAsync(add.Success))["id"]!.ToString(), StringComparison.Ordinal);
        }
        using var history = await client.GetAsync($"{Applications}/{application}/history");
        var entry = (await history.ReadAsync(200))["items"]![0]!["id"]!.ToString();
        return template.Replace("{id}", application, StringComparison.Ordinal).Replace("{change_id}", entry, StringComparison.Ordinal);
    }

    /// <summary>The one application that this person has.</summary>
    private async Task<string> ApplicationAsync(Contract contract, HttpClient client)
    {
        using var list = await client.GetAsync(Applications);
        if ((await list.ReadAsync(200))["items"]!.AsArray() is [{ } first, ..])
            return first["id"]!.ToString();
        var add = contract.Operations.Single(operation => operation.Id == "addApplication");
        using var added = await SendAsync(contract, client, add, add.Path);
        return (await added.ReadAsync(add.Success))["id"]!.ToString();
    }

    private async Task<HttpResponseMessage> SendAsync(Contract contract, HttpClient client, Contract.Described operation, string path)
    {
        var body = operation.RequestExample!.DeepClone();
        if (body["application_id"] is not null)
            body["application_id"] = await ApplicationAsync(contract, client);
        if (body["token"] is not null)
            (body["email"], body["token"]) = await TokenAsync(client);
        return await client.SendAsync(
            new HttpRequestMessage(new HttpMethod(operation.Method), path)
            {
                Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            }
        );
    }

    /// <summary>What came to this person's mailbox.</summary>
    private async Task<(string Email, string Token)> TokenAsync(HttpClient client)
    {
        using var me = await client.GetAsync("/api/auth/me");
        var email = (await me.ReadAsync(200)).Text("email")!;
        using var asked = await client.PostAsJsonAsync("/api/auth/forgot-password", new { email });
        await asked.ReadAsync(202);
        return (email, (await shared.App.Mail.NextAsync(email, "reset_password")).Token());
    }

    private static void AssertFits(Contract contract, Contract.Described operation, JsonNode schema, JsonNode? example)
    {
        var complaints = SchemaCheck.Complaints(contract.Document, schema, example);
        Assert.True(complaints.Count == 0, $"{operation}: {string.Join("; ", complaints)}");
    }
}
