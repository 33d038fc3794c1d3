using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using JobTracker.Tests.Features.CalendarFeed;
using JobTracker.Tests.Web.Documents;

namespace JobTracker.Tests.Attacks;

/// <summary>A link or a picture on another site makes a browser send a GET: none may change anything.</summary>
[Collection(AttackSite.Name)]
public sealed class ReadingTests(AttackSite site)
{
    [Fact]
    public async Task Opening_any_page_writes_nothing()
    {
        using var person = await site.SomebodyAsync();
        await site.App.MakeAdminAsync(person.User);
        using var browser = await TestBrowser.SignInAsync(site.App, person.User);
        var ids = new Dictionary<string, string>(person.Ids, StringComparer.Ordinal)
        {
            ["admin/users/{id:guid}"] = person.User.Id.ToString(),
        };
        var pages = (await PageHandler.AllAsync(site.App)).Where(handler => handler.Verb == "Get").ToList();
        Assert.InRange(pages.Count, 40, 500);
        var before = await site.TablesAsync();
        foreach (var page in pages)
        {
            using var answer = await browser.Client.GetAsync(page.PathFor(person with { Ids = ids }));
            Assert.True((int)answer.StatusCode < 500, $"{page} answers {(int)answer.StatusCode}.");
            (await Tables.ReadAsync(site.App)).AssertUnchangedSince(before, $"{page}");
        }
    }

    [Fact]
    public async Task Reading_over_the_api_writes_nothing()
    {
        using var person = await site.SomebodyAsync();
        await site.App.MakeAdminAsync(person.User);
        var calendar = await person.User.ShareCalendarAsync();
        var contract = await Contract.ReadAsync(site.App);
        var before = await site.TablesAsync();
        foreach (var operation in contract.Operations.Where(operation => operation.Method == "GET"))
        {
            using var answer = await person.User.Client.GetAsync(AddressOf(operation.Path, person, calendar));
            Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 404, $"{operation} answers {(int)answer.StatusCode}.");
            await answer.Content.ReadAsByteArrayAsync();
            var after = await Tables.ReadAsync(site.App);
            // Who took everything along is noted in the person's own log.
            if (operation.Path.StartsWith("/api/export/", StringComparison.Ordinal))
                Assert.Subset(new HashSet<string> { "security_events" }, after.ChangedSince(before).ToHashSet());
            else
                after.AssertUnchangedSince(before, $"{operation}");
            before = after;
        }
    }

    private static string AddressOf(string path, Possessions person, string calendar)
    {
        if (path.StartsWith("/calendar/", StringComparison.Ordinal))
            return calendar;
        var address = path;
        for (var at = path.IndexOf('{', StringComparison.Ordinal); at >= 0; at = path.IndexOf('{', at + 1))
        {
            var end = path.IndexOf('}', at) + 1;
            var id = person.Ids.GetValueOrDefault(path[..end].Replace("}", ":guid}", StringComparison.Ordinal), person.User.Id.ToString());
            address = address.Replace(path[at..end], id, StringComparison.Ordinal);
        }
        return path is "/api/coach/context" or "/api/coach/questions"
            ? $"{address}?application_id={person.Ids["/api/applications/{id:guid}"]}"
            : address;
    }
}
