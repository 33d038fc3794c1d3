using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing.Logs;

namespace JobTracker.Testing;

/// <summary>Somebody with an account and a token, who talks to the API as any program would.</summary>
public sealed class TestUser : IDisposable
{
    /// <summary>Everybody's password in the tests.</summary>
    public const string Password = "correct horse battery";

    private TestUser(HttpClient client, JsonNode answer)
    {
        Client = client;
        Email = answer["user"]!["email"]!.GetValue<string>();
        Id = answer["user"]!["id"]!.GetValue<Guid>();
        Token = answer["access_token"]!.GetValue<string>();
        LogWords.Add(Email);
        LogWords.Add(Token);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public HttpClient Client { get; }
    public string Email { get; }
    public Guid Id { get; }
    public string Token { get; }

    /// <summary>Opens an account.</summary>
    public static Task<TestUser> RegisterAsync(JobTrackerApp app, string email) => RegisterAsync(app.CreateClient(), email);

    /// <summary>Opens an account through a client, which becomes the user's.</summary>
    public static async Task<TestUser> RegisterAsync(HttpClient client, string email)
    {
        using var answer = await client.PostAsJsonAsync("/api/auth/register", new { email, password = Password });
        return new TestUser(client, await answer.ReadAsync(201));
    }

    /// <summary>The same person with a further sign-in, on this or another process.</summary>
    public async Task<TestUser> SignInAgainAsync(JobTrackerApp app)
    {
        var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email = Email, password = Password });
        return new TestUser(client, await answer.ReadAsync(200));
    }

    /// <summary>Somebody who has an account already.</summary>
    public static async Task<TestUser> SignInAsync(HttpClient client, string email, string password)
    {
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email, password });
        return new TestUser(client, await answer.ReadAsync(200));
    }

    /// <summary>The same sign-in, used against another process.</summary>
    public HttpClient On(JobTrackerApp app)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = Client.DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <summary>Adds an application and gives the row that came back, as reading it gives it too.</summary>
    public async Task<JsonNode> AddAsync(object? facts = null)
    {
        using var answer = await Client.PostAsJsonAsync(
            "/api/applications",
            facts ?? new { company = "Kestrel Maps", position = "Graduate software engineer" }
        );
        var row = await answer.ReadAsync(201);
        row.AsObject().Remove("possible_duplicates");
        return row;
    }

    /// <summary>Any request; with a version, only if the row still has it.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? ifVersion = null) =>
        SendAsync(method, path, body, ifVersion is { } version ? $"\"{version}\"" : null);

    /// <summary>Any request, with an If-Match header as it stands.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Client.SendAsync(request);
    }

    /// <summary>What is there; anything but 200 fails the test.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        return await answer.ReadAsync(200);
    }

    /// <summary>The rows of a list.</summary>
    public async Task<IReadOnlyList<JsonNode>> ItemsAsync(string path) =>
        [.. (await GetAsync(path))["items"]!.AsArray().OfType<JsonNode>()];

    public void Dispose() => Client.Dispose();
}
