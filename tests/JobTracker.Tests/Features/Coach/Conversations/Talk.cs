using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>Somebody's conversation, as a program sees it.</summary>
/// <param name="User">Whose.</param>
/// <param name="Path">Of the conversation.</param>
internal sealed record Talk(TestUser User, string Path) : IDisposable
{
    /// <summary>Somebody new with an application and a conversation about it.</summary>
    public static async Task<Talk> BeginAsync(JobTrackerApp app) => await BeginAsync(await app.RegisterAsync());

    public static async Task<Talk> BeginAsync(TestUser user)
    {
        var application = await user.AddAsync();
        using var begun = await user.SendAsync(
            HttpMethod.Post,
            "/api/coach/conversations",
            new { application_id = application.Text("id") }
        );
        return new Talk(user, $"/api/coach/conversations/{(await begun.ReadAsync(201)).Text("id")}");
    }

    public Task<HttpResponseMessage> TrySendAsync(string text, string? id = null, HttpClient? on = null) =>
        (on ?? User.Client).PostAsJsonAsync($"{Path}/messages", new { text, client_message_id = id ?? Guid.CreateVersion7().ToString() });

    /// <summary>The new reply's id.</summary>
    public async Task<string> SendAsync(string text, string? id = null, HttpClient? on = null)
    {
        using var answer = await TrySendAsync(text, id, on);
        return (await answer.ReadAsync(202)).Text("reply_id")!;
    }

    /// <summary>Says something and waits for the end of the reply.</summary>
    public async Task<JsonNode> AskAsync(string text) => await EndAsync(await SendAsync(text));

    public async Task<JsonNode> PostAsync(string reply, string verb, int status = 200)
    {
        using var answer = await User.SendAsync(HttpMethod.Post, $"{Path}/replies/{reply}/{verb}");
        return await answer.ReadAsync(status);
    }

    public Task<JsonNode> ReplyAsync(string reply) => User.GetAsync($"{Path}/replies/{reply}");

    /// <summary>The reply as it is when its stream is over.</summary>
    public async Task<JsonNode> EndAsync(string reply)
    {
        await foreach (var _ in FollowAsync(reply)) { }
        return await ReplyAsync(reply);
    }

    /// <summary>The reply's events, after the one that was seen last.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(string reply, int after = 0, HttpClient? on = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/replies/{reply}/stream");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (after > 0)
            request.Headers.Add("Last-Event-ID", $"{after}");
        using var answer = await (on ?? User.Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
            yield return item;
    }

    public void Dispose() => User.Dispose();
}
