namespace JobTracker.BrowserTests.Attacks;

/// <summary>Every page, opened by somebody whose every word is hostile.</summary>
public sealed class StoredTests(Site site, HostileSite hostile) : AttackTest(site, hostile)
{
    /// <summary>Pages whose own part shows nothing that anybody wrote.</summary>
    private static readonly HashSet<string> WithoutWords = new(StringComparer.Ordinal)
    {
        "account/confirm",
        "account/forgot",
        "account/reset",
        "analytics",
        "applications/add",
        "error/{code:int}",
        "full",
        "legal",
        "offline",
        "privacy",
        "settings/ai",
        "settings/calendar",
        "settings/capture",
        "settings/data",
        "settings/delete",
        "settings/import",
        "settings/two-factor",
        "unsubscribe/{token}",
    };

    [Fact]
    public async Task What_is_stored_stays_words_on_every_page()
    {
        // The page of that error, and the page of a link that was cut.
        Expects(404);
        var account = await Hostile.Account;
        var page = await OpenAsync(account);
        var complaints = new List<string>();
        foreach (var pattern in (await Pages.AllAsync(App)).Select(handler => handler.Pattern).Distinct(StringComparer.Ordinal))
        {
            if (!Addresses.ByPattern.TryGetValue(pattern, out var paths))
            {
                complaints.Add($"/{pattern} is new: write into Addresses where the hostile account finds it.");
                continue;
            }
            foreach (var path in paths)
            {
                var answer = await page.GotoAsync(Addresses.For(account, path));
                if (
                    answer is not { Status: 200 or 404 }
                    || answer.Status == 404 && pattern is not ("error/{code:int}" or "unsubscribe/{token}")
                )
                    complaints.Add($"{path} answers {answer?.Status}");
                complaints.AddRange(await PlantedAsync(page));
                complaints.AddRange(await PlantedInAsync(page, Addresses.For(account, path)));
                var says = await page.EvaluateAsync<bool>(
                    "mark => (document.querySelector('main') ?? document.body).innerHTML.includes(mark)",
                    Corpus.Mark
                );
                if (says == WithoutWords.Contains(pattern))
                    complaints.Add(
                        $"{path} ends at {page.Url}, which {(says ? "shows" : "does not show")} what was written: is it in the list?"
                    );
            }
        }
        None(complaints);
    }

    /// <summary>That the test above would see it.</summary>
    [Fact]
    public async Task Markup_that_is_not_escaped_is_seen()
    {
        // The picture that the corpus wants.
        Expects(404);
        var page = await OpenAsync(account: null);
        await page.GotoAsync("/privacy");
        await page.EvaluateAsync(
            """
            (words) => {
              const box = document.createElement("p");
              box.innerHTML = words;
              document.querySelector("main").append(box);
              // As if no policy had stopped it.
              window.boom(0);
            }
            """,
            string.Join('\n', Corpus.All.Where(piece => piece.StartsWith("<b ", StringComparison.Ordinal)).Prepend(Corpus.Breaker))
        );
        var planted = string.Join('\n', await PlantedAsync(page));
        Assert.Contains("The handler onerror", planted, StringComparison.Ordinal);
        Assert.Contains("The handler hx-on:load", planted, StringComparison.Ordinal);
        Assert.Contains("hx-get loads something", planted, StringComparison.Ordinal);
        var troubles = string.Join('\n', TakeTroubles());
        Assert.Contains("The corpus ran: boom 0", troubles, StringComparison.Ordinal);
        Assert.Contains("script-src-attr forbids inline", troubles, StringComparison.Ordinal);
    }
}
