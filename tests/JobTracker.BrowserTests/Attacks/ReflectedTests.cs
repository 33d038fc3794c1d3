namespace JobTracker.BrowserTests.Attacks;

/// <summary>Addresses that somebody else wrote.</summary>
public sealed class ReflectedTests(Site site, HostileSite hostile) : AttackTest(site, hostile)
{
    private const int Turns = 3;

    private static readonly int[] Refusals = [400, 404, 405, 413, 414, 422];

    /// <summary>Pages that lead on who is signed in.</summary>
    private static bool IsForVisitors(PageHandler handler) => handler.Pattern.StartsWith("account/", StringComparison.Ordinal);

    [Fact]
    public async Task What_stands_in_a_query_stays_words()
    {
        Expect(Refusals);
        var account = await Hostile.Account;
        var pages = new Dictionary<bool, Microsoft.Playwright.IPage>
        {
            [true] = await OpenAsync(account: null),
            [false] = await OpenAsync(account),
        };
        foreach (var page in pages.Values)
            await page.GotoAsync("/privacy");
        var complaints = new List<string>();
        var asked = (await Pages.AllAsync(App)).Where(handler => handler.Verb == "GET" && handler.Fields.Count > 0).ToList();
        Assert.NotEmpty(asked);
        foreach (var handler in asked)
        {
            var page = pages[IsForVisitors(handler)];
            var texts = handler.Fields.Where(field => field.Value == typeof(string)).Select(field => field.Key).ToList();
            foreach (var path in Addresses.ByPattern[handler.Pattern].Take(1).Select(path => Addresses.For(account, path.Split('?')[0])))
            {
                // With a wrong word where a number or a day belongs, a page may say so instead of looking at the rest.
                complaints.AddRange(await PlantedInAsync(page, Query(path, handler, handler.Fields.Keys, turn: 0)));
                for (var turn = 0; turn < Turns && texts.Count > 0; turn++)
                    complaints.AddRange(await PlantedInAsync(page, Query(path, handler, texts, turn)));
                if (texts.Count == 0 || handler.Name.Length > 0)
                    continue;
                await page.GotoAsync(Query(path, handler, texts, Turns));
                complaints.AddRange(await PlantedAsync(page));
            }
        }
        None(complaints);
    }

    [Fact]
    public async Task What_stands_in_a_path_stays_words()
    {
        Expect(Refusals);
        var page = await OpenAsync(await Hostile.Account);
        var breaker = Uri.EscapeDataString(Corpus.Breaker);
        foreach (
            var path in new[]
            {
                $"/no/{breaker}",
                $"/applications/{breaker}",
                $"/unsubscribe/{breaker}",
                $"/preferences/{breaker}",
                $"/error/404?{breaker}",
                $"/docs/{breaker}",
                $"/calendar/{breaker}.ics",
                $"/settings/import/{breaker}",
            }
        )
        {
            await page.GotoAsync(path);
            await NothingIsPlantedAsync(page);
        }
    }

    private static string Query(string path, PageHandler handler, IEnumerable<string> names, int turn)
    {
        var fields = names.Select((name, at) => $"{name}={Uri.EscapeDataString(Corpus.Line(180, turn * 7 + at))}");
        var own = handler.Name.Length == 0 ? [] : new[] { $"handler={handler.Name}" };
        return $"{path}?{string.Join('&', own.Concat(fields))}";
    }

    private void Expect(int[] statuses)
    {
        foreach (var status in statuses)
            Expects(status);
    }
}
