using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests;

[assembly: AssemblyFixture(typeof(SharedApp))]

namespace JobTracker.Tests;

/// <summary>One app for all tests that need no settings of their own, with providers that answer plausibly; each test registers its own people.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    private JobTrackerApp? app;
    private FakeGemini? gemini;
    private FakeOpenAi? openAi;

    public JobTrackerApp App => app!;

    public async ValueTask InitializeAsync()
    {
        gemini = await FakeGemini.StartAsync();
        openAi = await FakeOpenAi.StartAsync();
        app = await JobTrackerApp.StartAsync(
            ("Quotas:MaxApplicationsPerUser", ""),
            ("GEMINI_API_KEY", "the-operators-key-in-tests"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("OpenAI:BaseUrl", openAi.Address.AbsoluteUri)
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { app, gemini, openAi })
        {
            if (part is not null)
                await part.DisposeAsync();
        }
    }
}
