using JobTracker.BrowserTests;
using JobTracker.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]
// A page at work keeps a core busy: more at once only makes each of them late.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace JobTracker.BrowserTests;

/// <summary>The app and the browser that all tests share; each test has people and a browser profile of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    private JobTrackerApp? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    public JobTrackerApp App => app!;

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
        app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }
}
