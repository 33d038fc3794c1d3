using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>A site of their own for the attacks, so that its lists of people show nobody else's, with a model that answers as it is told.</summary>
public sealed class HostileSite : IAsyncLifetime
{
    private readonly Lazy<Task<HostileAccount>> shared;
    private JobTrackerApp? app;
    private FakeGemini? gemini;

    public HostileSite() => shared = new Lazy<Task<HostileAccount>>(CreateAccountAsync);

    public JobTrackerApp App => app!;

    public FakeGemini Gemini => gemini!;

    /// <summary>For tests that only look.</summary>
    internal Task<HostileAccount> Account => shared.Value;

    /// <summary>For tests that change or delete.</summary>
    internal async Task<HostileAccount> CreateAccountAsync()
    {
        var account = await HostileAccount.CreateAsync(App, Gemini);
        var left = await HostileColumns.FillAsync(App, account.User.Id);
        Assert.True(
            left.Count == 0,
            $"No row holds hostile text in {string.Join(", ", left)}: make one in HostileAccount, or say in HostileColumns why nobody writes there."
        );
        return account;
    }

    public async ValueTask InitializeAsync()
    {
        gemini = await FakeGemini.StartAsync();
        app = await JobTrackerApp.StartAsync(
            ("Quotas:MaxApplicationsPerUser", ""),
            ("GEMINI_API_KEY", "the-operators-key-in-tests"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Gemini.DisposeAsync();
    }
}
