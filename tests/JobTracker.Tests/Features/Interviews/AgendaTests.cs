using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class AgendaTests
{
    [Fact]
    public async Task The_agenda_goes_by_the_days_of_the_person_and_counts_down()
    {
        await using var app = await JobTrackerApp.StartAsync();
        app.Clock.MoveTo(Morning(app));
        var (user, browser) = await ParisianAsync(app);
        Assert.Null((await browser.SeeAsync("/interviews")).QuerySelector(".place[aria-current] .place-count"));
        var application = await user.AddAsync();
        await AddAsync(user, app, application, 0.5);
        await AddAsync(user, app, application, 20, ("time_zone", "America/New_York"));
        await AddAsync(user, app, application, 12 * 24);
        await AddAsync(user, app, application, 3, ("status", "cancelled"));

        var page = await browser.SeeAsync("/interviews");
        var days = page.QuerySelectorAll(".ledger > section");
        var later = app.Clock.Today("Europe/Paris").AddDays(12);
        Assert.Equal(["Today", "Tomorrow", later.ToString("dddd", null)], days.Select(day => day.QuerySelector("h3").Words()));
        Assert.Equal(["In 29 min", "In 19 h, 59 min", "In 12 days"], days.Select(day => day.QuerySelector(".round-left").Words()));
        Assert.Equal("3", page.QuerySelector(".place[aria-current] .place-count").Words());
        Assert.Contains("New York", days[1].Words(), StringComparison.Ordinal);
        var past = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=past] li"));
        Assert.Contains("Cancelled", past.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_asks_how_it_went_until_it_is_written_down()
    {
        await using var app = await JobTrackerApp.StartAsync();
        var (user, browser) = await ParisianAsync(app);
        var application = await user.AddAsync();
        await AddAsync(user, app, application, -5, ("location", "a"));
        await AddAsync(user, app, application, -6, ("status", "completed"));
        await AddAsync(user, app, application, -7, ("status", "completed"), ("debrief", "Well."));
        await AddAsync(user, app, application, -8, ("status", "cancelled"));
        var rows = (await browser.SeeAsync("/interviews")).QuerySelectorAll("section[aria-labelledby=past] .round-end");
        Assert.Equal(
            ["How did it go?, Kestrel Maps", "Write a debrief, Kestrel Maps", "Completed", "Cancelled"],
            rows.Select(row => row.Words())
        );
        var rounds = (await browser.SeeAsync($"/applications/{application["id"]}/interviews")).QuerySelectorAll(".round-end");
        Assert.Equal(["Cancelled", "Completed", "Write a debrief", "How did it go?"], rounds.Select(row => row.Words()));
    }

    [Fact]
    public async Task The_past_is_read_page_by_page_the_latest_first()
    {
        await using var app = await JobTrackerApp.StartAsync();
        var (user, browser) = await ParisianAsync(app);
        var application = await user.AddAsync();
        for (var hour = 1; hour <= 34; hour++)
            await AddAsync(user, app, application, -2 - hour % 17, ("status", "completed"));
        await AddAsync(user, app, application, 5);
        var seen = new List<string>();
        string? path = "/interviews";
        for (var page = 1; path is not null; page++)
        {
            var html = await browser.SeeAsync(path);
            Assert.Equal(page == 1 ? 1 : 0, html.QuerySelectorAll(".ledger .round").Length);
            seen.AddRange(html.QuerySelectorAll("section[aria-labelledby=past] a.name").Select(link => link.GetAttribute("href")!));
            path = html.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }
        var all = (await user.ItemsAsync($"{Rounds.Path}?status=completed&limit=100")).Select(row => $"/interviews/{row["id"]}");
        Assert.Equal(all.Reverse(), seen);
        Assert.NotEmpty((await browser.SeeAsync("/interviews?cursor=nonsense")).QuerySelectorAll(".ledger .round"));
    }

    [Fact]
    public async Task An_empty_agenda_teaches_and_speaks_french()
    {
        await using var app = await JobTrackerApp.StartAsync();
        var (user, browser) = await ParisianAsync(app, "fr");
        Assert.Contains(
            "fuseau horaire",
            (await browser.SeeAsync("/interviews")).QuerySelector(".empty").Words(),
            StringComparison.Ordinal
        );
        var row = await AddAsync(user, app, await user.AddAsync(), 50.1, ("time_zone", "Europe/London"), ("type", "hr"));
        var ticket = (await browser.SeeAsync($"/interviews/{row["id"]}")).QuerySelector(".ticket").Words();
        Assert.Contains("Dans 2 jours et 2", ticket, StringComparison.Ordinal);
        Assert.Contains("London, ", ticket, StringComparison.Ordinal);
    }

    /// <summary>Eight o'clock in UTC, within a day from the real time: early enough for what is said of today.</summary>
    private static DateTimeOffset Morning(JobTrackerApp app) => new(app.Clock.GetUtcNow().UtcDateTime.Date.AddHours(32), TimeSpan.Zero);

    private static Task<JsonNode> AddAsync(
        TestUser user,
        JobTrackerApp app,
        JsonNode application,
        double hours,
        params (string, JsonNode?)[] fields
    ) => user.AddRoundAsync(app, application, TimeSpan.FromHours(hours), fields);

    private static async Task<(TestUser User, TestBrowser Browser)> ParisianAsync(JobTrackerApp app, string locale = "en")
    {
        var user = await app.RegisterAsync();
        await user.LivesInAsync("Europe/Paris", locale);
        return (user, await TestBrowser.SignInAsync(app, user));
    }
}
