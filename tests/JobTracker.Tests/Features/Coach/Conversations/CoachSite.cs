using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>The app with a key of the site's own, whose provider is a fake. Each test class has its own, so that it may script what the model says.</summary>
public sealed class CoachSite : IAsyncLifetime
{
    private FakeGemini? gemini;
    private JobTrackerApp? app;

    public FakeGemini Gemini => gemini!;

    public JobTrackerApp App => app!;

    /// <summary>What another process needs to be the same site.</summary>
    public (string Name, string Value)[] Settings(params (string Name, string Value)[] over) =>
        [
            ("GEMINI_API_KEY", Key),
            ("Gemini:BaseUrl", Gemini.Address.AbsoluteUri),
            ("Limits:CoachPerMinute", "0"),
            ("Quotas:MaxApplicationsPerUser", ""),
            .. over,
        ];

    /// <summary>The site's key; nobody is to see it.</summary>
    public const string Key = "site-key-canary-5JqW";

    public async ValueTask InitializeAsync()
    {
        gemini = await FakeGemini.StartAsync();
        app = await JobTrackerApp.StartAsync(Settings());
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (gemini is not null)
            await gemini.DisposeAsync();
    }
}
