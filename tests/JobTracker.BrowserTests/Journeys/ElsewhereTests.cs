using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ElsewhereTests(Site site) : BrowserTest(site)
{
    private const string Elsewhere = "https://careers.example/jobs/42?ref=a%20b";

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_bookmark_opens_the_form_with_what_the_page_says_whatever_that_page_forbids(string language)
    {
        var t = In(language);
        var page = await OpenAsync(await RegisterAsync(language), new Visit { Language = language });
        await page.GotoAsync("/settings/capture");
        var button = page.GetByRole(AriaRole.Link, new() { Name = t["Add to JobTracker"] });
        await button.ClickAsync();
        await Expect(page.GetByText(t["Drag this button to your bookmarks bar: it works there."])).ToBeVisibleAsync();
        var bookmark = await button.GetAttributeAsync("href") ?? "";
        Assert.StartsWith("javascript:", bookmark, StringComparison.Ordinal);

        await OpenElsewhereAsync(page, "A posting: “Éclair & Co” 50 % <b>", "Nous cherchons une personne curieuse.");
        await page.Locator("p").SelectTextAsync();
        var form = await OpenedByAsync(page, bookmark);
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(form.Url).Query);
        Assert.Equal("/applications/add", new Uri(form.Url).AbsolutePath);
        Assert.Equal(Elsewhere, query["link"]);
        Assert.Equal("A posting: “Éclair & Co” 50 % <b>", query["title"]);
        Assert.Equal("Nous cherchons une personne curieuse.", query["text"]);
        await Expect(form.GetByLabel(t["Link"])).ToHaveValueAsync(Elsewhere);
    }

    [Fact]
    public async Task A_selection_that_no_address_can_carry_is_cut_and_the_form_opens_all_the_same()
    {
        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/settings/capture");
        var bookmark = await page.GetByRole(AriaRole.Link, new() { Name = "Add to JobTracker" }).GetAttributeAsync("href") ?? "";
        await OpenElsewhereAsync(page, "Posting", string.Concat(Enumerable.Repeat("œuvre 🎓 ", 4000)));
        await page.Locator("p").SelectTextAsync();
        var form = await OpenedByAsync(page, bookmark);
        await Expect(form.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Add application");
        var text = System.Web.HttpUtility.ParseQueryString(new Uri(form.Url).Query)["text"] ?? "";
        Assert.InRange(text.Length, 200, 6000);
    }

    [Fact]
    public async Task Without_a_network_the_site_says_so_and_goes_on_when_it_is_back()
    {
        ExpectsNoNetwork();
        var page = await OpenAsync(await RegisterAsync(), new Visit { Worker = true });
        await page.GotoAsync("/");
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await page.ReloadAsync();

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/board");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are offline");
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Board");

        var kept = await page.EvaluateAsync<string[]>(
            "async () => (await (await caches.open('shell')).keys()).map(request => new URL(request.url).pathname)"
        );
        Assert.Contains("/offline", kept);
        Assert.All(kept, path => Assert.True(path == "/offline" || path.StartsWith("/build/", StringComparison.Ordinal), path));
    }

    /// <summary>Somebody else's page, which forbids everything that a page can forbid.</summary>
    private static async Task OpenElsewhereAsync(IPage page, string title, string text)
    {
        await page.RouteAsync(
            "https://careers.example/**",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html; charset=utf-8",
                        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["Content-Security-Policy"] =
                                "default-src 'none'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox",
                        },
                        Body =
                            $"<!doctype html><title>{System.Net.WebUtility.HtmlEncode(title)}</title><p>{System.Net.WebUtility.HtmlEncode(text)}</p>",
                    }
                )
        );
        await page.GotoAsync(Elsewhere);
    }

    /// <summary>Runs it as the browser runs a bookmark: beside the page's own rules for scripts.</summary>
    private static async Task<IPage> OpenedByAsync(IPage page, string bookmark)
    {
        var program = Uri.UnescapeDataString(bookmark["javascript:".Length..]);
        var form = await page.Context.RunAndWaitForPageAsync(() => page.EvaluateAsync(program));
        await form.WaitForLoadStateAsync();
        return form;
    }
}
