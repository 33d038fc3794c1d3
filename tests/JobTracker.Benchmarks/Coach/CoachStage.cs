using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Benchmarks.Coach;

/// <summary>The site with a fake provider, and somebody in a conversation with the coach.</summary>
internal sealed class CoachStage : IAsyncDisposable
{
    private readonly JobTrackerApp app;
    private readonly string conversation;

    private CoachStage(FakeGemini gemini, JobTrackerApp app, TestUser user, string conversation)
    {
        (Gemini, this.app, User) = (gemini, app, user);
        this.conversation = $"/api/coach/conversations/{conversation}";
    }

    public FakeGemini Gemini { get; }

    public TestUser User { get; }

    public static async Task<CoachStage> StartAsync()
    {
        var gemini = await FakeGemini.StartAsync();
        var app = await JobTrackerApp.StartAsync(
            ("GEMINI_API_KEY", "a-key-for-the-benchmark"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("Limits:CoachPerMinute", "0"),
            ("Quotas:CoachMessagesPerDay", ""),
            ("Quotas:CoachTokensPerDay", "")
        );
        var user = await app.RegisterAsync();
        var application = (await user.AddAsync())["id"]!.ToString();
        using var begun = await user.SendAsync(HttpMethod.Post, "/api/coach/conversations", new { application_id = application });
        return new CoachStage(gemini, app, user, (await begun.ReadAsync(201))["id"]!.ToString());
    }

    /// <summary>Says something; the path of the reply.</summary>
    public async Task<string> SendAsync()
    {
        using var sent = await User.Client.PostAsJsonAsync(
            $"{conversation}/messages",
            new { text = "What will they ask first?", client_message_id = Guid.CreateVersion7().ToString() }
        );
        return $"{conversation}/replies/{(await sent.ReadAsync(202))["reply_id"]}";
    }

    /// <summary>The events of a stream, read as they come.</summary>
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await foreach (var item in SseParser.Create(body).EnumerateAsync())
            yield return item;
    }

    public async ValueTask DisposeAsync()
    {
        User.Dispose();
        await app.DisposeAsync();
        await Gemini.DisposeAsync();
    }
}
