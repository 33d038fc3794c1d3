using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Attacks;

/// <summary>An app that nobody else uses, so that every change in its tables comes from the attack. Its tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class AttackSite : IAsyncLifetime, ICollectionFixture<AttackSite>
{
    public const string Name = "Attacks";

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
            ("GEMINI_API_KEY", "the-operators-key-under-attack"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("OpenAI:BaseUrl", openAi.Address.AbsoluteUri)
        );
    }

    /// <summary>All tables as they are now, mail that was under way being gone.</summary>
    public async Task<Tables> TablesAsync()
    {
        await App.MailIsQuietAsync();
        return await Tables.ReadAsync(App);
    }

    /// <summary>Somebody with one row of each kind.</summary>
    internal Task<Possessions> SomebodyAsync() => Possessions.CreateAsync(App);

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { app, gemini, openAi })
        {
            if (part is not null)
                await part.DisposeAsync();
        }
    }
}
