using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Benchmarks.Coach;

/// <summary>The site with a fake provider, and somebody in a conversation with the coach.</summary>
internal sealed class CoachStage : IAsyncDisposable
{
    private readonly JobTrackerApp app;
    private readonly string application;

    private CoachStage(FakeGemini gemini, JobTrackerApp app, TestUser user, string application) =>
        (Gemini, this.app, User, this.application) = (gemini, app, user, application);

    public FakeGemini Gemini { get; }

    public TestUser User { get; }

    public static async Task<CoachStage> StartAsync()
    {
        var gemini = await FakeGemini.StartAsync();
        var site = await JobTrackerApp.StartAsync(
            ("GEMINI_API_KEY", "a-key-for-the-benchmark"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("Limits:CoachPerMinute", "0"),
            ("Quotas:CoachMessagesPerDay", ""),
            ("Quotas:CoachTokensPerDay", "")
        );
        var user = await site.RegisterAsync();
        return new CoachStage(gemini, site, user, (await user.AddAsync())["id"]!.ToString());
    }

    /// <summary>Says something in a conversation of its own, whose older turns nobody has to sum up; the path of the reply.</summary>
    public async Task<string> SendAsync()
    {
        using var begun = await User.SendAsync(HttpMethod.Post, "/api/coach/conversations", new { application_id = application });
        var conversation = $"/api/coach/conversations/{(await begun.ReadAsync(201))["id"]}";
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
