using JobTracker.Browsers;
using JobTracker.BrowserTests;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]
// A page at work keeps a core busy: more at once only makes each of them late.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace JobTracker.BrowserTests;

/// <summary>The app and the browser that all tests share; each test has people and a browser profile of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    // A pace at which somebody can see an answer grow, and stop it.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(30);

    private JobTrackerApp? app;
    private FakeGemini? gemini;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    public JobTrackerApp App => app!;

    /// <summary>The model behind the coach. Scripts of it would meet whatever test asks next; a key of a person's own is refused for that person alone.</summary>
    public FakeGemini Gemini => gemini!;

    /// <summary>The browser; without one every test fails with the same sentence, which says what to do.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is null)
                Assert.Fail(missing!);
            return browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(BrowserTest.Patience);
        try
        {
            browser = await Chromium.StartAsync(playwright.Chromium);
        }
        catch (BrowserMissingException e)
        {
            missing = e.Message;
            return;
        }
        gemini = await FakeGemini.StartAsync(pace: Pace);
        app = await JobTrackerApp.StartAsync(
            ("Quotas:MaxApplicationsPerUser", ""),
            ("GEMINI_API_KEY", "the-operators-key-in-tests"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri)
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (gemini is not null)
            await gemini.DisposeAsync();
    }
}
