using JobTracker.Features.Upkeep;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Delivery;
using Microsoft.Extensions.DependencyInjection;

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
            .. Secrets,
            ("GEMINI_API_KEY", Key),
            ("Gemini:BaseUrl", Gemini.Address.AbsoluteUri),
            ("Limits:CoachPerMinute", "0"),
            ("Quotas:MaxApplicationsPerUser", ""),
            .. over,
        ];

    // Those of a process that runs by itself, so that both are the same site.
    private static IEnumerable<(string, string)> Secrets =>
        Environments
            .Production("")
            .Where(pair => pair.Key.EndsWith("_SECRET", StringComparison.Ordinal))
            .Select(pair => (pair.Key, pair.Value));

    /// <summary>The site's key; nobody is to see it.</summary>
    public const string Key = "site-key-canary-5JqW";

    /// <summary>What the site does by itself once an hour.</summary>
    public async Task CleanUpAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);
    }

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
