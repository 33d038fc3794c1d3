using JobTracker.Testing;
using JobTracker.Testing.Ai;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests;

/// <summary>A test in the browser: opens pages as new visitors or as people who are signed in, and fails when a page had trouble that it did not expect.</summary>
public abstract class BrowserTest(Site site) : IAsyncLifetime
{
    /// <summary>How long a page may take until it shows what is expected, in milliseconds: long for a person, short for a busy machine.</summary>
    public const float Patience = 15_000;

    private readonly Troubles troubles = new();
    private readonly List<IBrowserContext> contexts = [];

    protected virtual JobTrackerApp App => site.App;

    protected FakeGemini Gemini => site.Gemini;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await Pictures.TakeOfFailureAsync(contexts.SelectMany(context => context.Pages));
        foreach (var context in contexts)
            await context.CloseAsync();
        troubles.Check();
    }

    /// <summary>An answer with this status is what the test is about; any other from 400 fails it.</summary>
    protected void Expects(int status) => troubles.Expect(status);

    /// <summary>What went wrong so far, for a test that made it go wrong.</summary>
    protected IReadOnlyList<string> TakeTroubles() => troubles.Take();

    /// <summary>Being without a network is what the test is about.</summary>
    protected void ExpectsNoNetwork() => troubles.ExpectsNoNetwork = true;

    /// <summary>Texts of the site in a language.</summary>
    protected Words In(string language) => new(App, language);

    /// <summary>Somebody with an account.</summary>
    protected async Task<TestUser> RegisterAsync(string language = "en", int? places = null)
    {
        // Asked for first, so that without a browser this is the sentence that is shown.
        _ = site.Browser;
        var person = await App.RegisterAsync();
        await App.ExecuteAsync(
            $"update user_accounts set locale = {language}, full_name = 'Camille Roux', applications_max = {places} where user_id = {person.Id}"
        );
        return person;
    }

    /// <summary>A new browser profile, nobody signed in.</summary>
    protected async Task<IPage> OpenAsync(Visit? visit = null)
    {
        var context = await site.Browser.NewContextAsync((visit ?? new Visit()).OptionsFor(App.Address));
        contexts.Add(context);
        context.SetDefaultTimeout(Patience);
        await troubles.FollowAsync(context);
        return await context.NewPageAsync();
    }

    /// <summary>A new browser profile in which this person is signed in.</summary>
    protected async Task<IPage> OpenAsync(TestUser person, Visit? visit = null)
    {
        var page = await OpenAsync(visit);
        using var session = await Session.SignInAsync(App, person.Email);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = Session.CookieName,
                Value = session.CookieValue,
                Url = App.Address.ToString(),
            },
        ]);
        return page;
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
