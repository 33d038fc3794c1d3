using JobTracker.BrowserTests.Screens;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>
/// Opens pages as the hostile account. A piece of the corpus that runs, a violation of the content security policy (a handler that was stopped is
/// markup that was not escaped) and a request that only the corpus would make fail the test by <see cref="Troubles"/>.
/// </summary>
[CollectionDefinition]
public sealed class AttackCollection : ICollectionFixture<HostileSite>;

[Collection(typeof(AttackCollection))]
public abstract class AttackTest(Site site, HostileSite hostile) : BrowserTest(site)
{
    private const string TellRuns =
        "for (const name of ['boom', 'alert', 'confirm', 'prompt']) window[name] = (...n) => console.error(`The corpus ran: ${name} ${n}`)";

    protected override JobTrackerApp App => Hostile.App;

    protected HostileSite Hostile { get; } = hostile;

    internal async Task<IPage> OpenAsync(HostileAccount? account)
    {
        var page = account is null ? await OpenAsync() : await OpenAsync(account.User);
        await page.Context.AddInitScriptAsync(TellRuns);
        return page;
    }

    /// <summary>What the corpus has become beside words on the page.</summary>
    protected static async Task<IEnumerable<string>> PlantedAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>(Script.Planted, (object?)null)).Select(found => $"{page.Url} {found}");

    /// <summary>The same in the part of a page that htmx would put into another, without running anything in it.</summary>
    protected static async Task<IEnumerable<string>> PlantedInAsync(IPage page, string path) =>
        (await page.EvaluateAsync<string[]>(Script.Planted, path)).Select(found => $"{path} {found}");

    protected static async Task NothingIsPlantedAsync(IPage page) => None(await PlantedAsync(page));

    protected static void None(IEnumerable<string> complaints) => Assert.True(!complaints.Any(), string.Join('\n', complaints.Take(50)));
}
