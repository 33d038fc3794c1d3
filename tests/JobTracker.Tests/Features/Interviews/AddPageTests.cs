using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class AddPageTests(SharedApp shared)
{
    [Fact]
    public async Task Without_an_application_the_page_asks_for_it_and_without_any_it_says_what_comes_first()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.NotNull((await browser.SeeAsync("/interviews/add")).QuerySelector("main .empty a[href='/applications/add']"));
        var row = await user.AddAsync();
        var choice = Assert.Single((await browser.SeeAsync("/interviews/add")).QuerySelectorAll("select[name=application] option"));
        Assert.Equal(row.Text("id"), choice.GetAttribute("value"));
    }

    [Fact]
    public async Task An_application_of_somebody_else_or_of_nobody_is_not_found()
    {
        using var user = await shared.App.RegisterAsync();
        using var owner = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var own = (await user.AddAsync()).Text("id");
        foreach (var id in new[] { (await owner.AddAsync()).Text("id"), Guid.CreateVersion7().ToString() })
        {
            await browser.SeeAsync($"/interviews/add?application={id}", 404);
            await browser.SeeAsync($"/applications/{id}/interviews", 404);
            using var answer = await browser.SendAsync(
                $"/interviews/add?application={id}",
                $"/interviews/add?application={own}",
                ("Input.Day", "2026-11-23"),
                ("Input.Time", "10:00"),
                ("Input.TimeZone", "Europe/London")
            );
            Assert.Equal(404, (int)answer.StatusCode);
        }
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
        Assert.Empty(await owner.ItemsAsync(Rounds.Path));
    }

    [Theory]
    [InlineData("Europe/London", "2026-11-23", "10:00", "2026-11-23T10:00:00Z", "10:00 London, 11:00 Paris")]
    [InlineData("Europe/Paris", "2026-11-23", "10:00", "2026-11-23T09:00:00Z", "10:00")]
    [InlineData("Europe/Berlin", "2026-11-23", "10:00", "2026-11-23T09:00:00Z", "10:00")]
    [InlineData("America/New_York", "2026-03-20", "10:00", "2026-03-20T14:00:00Z", "10:00 New York, 15:00 Paris")]
    [InlineData("Asia/Kolkata", "2026-11-23", "10:00", "2026-11-23T04:30:00Z", "10:00 Kolkata, 05:30 Paris")]
    [InlineData("America/New_York", "2026-11-23", "20:00", "2026-11-24T01:00:00Z", "20:00 New York (Mon 23 Nov), 02:00 Paris")]
    public async Task A_time_is_kept_with_its_zone_and_shown_by_both_clocks(
        string zone,
        string day,
        string time,
        string stored,
        string shown
    )
    {
        var (user, browser) = await ParisianAsync();
        using var answer = await browser.AddRoundAsync(
            (await user.AddAsync()).Text("id"),
            ("TimeZone", zone),
            ("Day", day),
            ("Time", time)
        );
        var row = Assert.Single(await user.ItemsAsync(Rounds.Path));
        Assert.Equal((stored, zone), (row.Text("starts_at"), row.Text("time_zone")));
        var page = await browser.SeeAsync($"/interviews/{row["id"]}");
        var clock = page.QuerySelector(".ticket time")!;
        Assert.Equal(stored, clock.GetAttribute("datetime"));
        // The year does not matter here: it stands there only when it is not the current one.
        Assert.Equal(shown, clock.QuerySelector("span").Words().Replace(" 2026)", ")", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", "02:30")]
    [InlineData("America/New_York", "2026-03-08", "02:00")]
    public async Task A_time_that_the_clocks_skip_is_refused_at_its_field_and_what_was_typed_stays(string zone, string day, string time)
    {
        var (user, browser) = await ParisianAsync();
        using var answer = await browser.AddRoundAsync(
            (await user.AddAsync()).Text("id"),
            ("TimeZone", zone),
            ("Day", day),
            ("Time", time),
            ("Interviewer", "Hannah Whitlock")
        );
        var page = await answer.SeenAsync(400);
        Assert.Equal(["Time"], page.WrongFields());
        Assert.Contains(ZonedTime.City(zone), page.QuerySelector("#Input_Time-error").Words(), StringComparison.Ordinal);
        Assert.Equal(time, page.QuerySelector("#Input_Time")!.GetAttribute("value"));
        Assert.Equal("Hannah Whitlock", page.QuerySelector("#Input_Interviewer")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("input[name='Input.Which']"));
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-10-25", "02:30", "First", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Paris", "2026-10-25", "02:30", "Second", "2026-10-25T01:30:00Z")]
    [InlineData("America/New_York", "2026-11-01", "01:00", "First", "2026-11-01T05:00:00Z")]
    [InlineData("America/New_York", "2026-11-01", "01:00", "Second", "2026-11-01T06:00:00Z")]
    public async Task A_time_that_comes_twice_asks_which_one_and_keeps_the_answer(
        string zone,
        string day,
        string time,
        string which,
        string stored
    )
    {
        var (user, browser) = await ParisianAsync();
        var application = (await user.AddAsync()).Text("id");
        (string, string)[] typed = [("TimeZone", zone), ("Day", day), ("Time", time)];
        using var asked = await browser.AddRoundAsync(application, typed);
        var page = await asked.SeenAsync(400);
        Assert.Equal(["Which"], page.WrongFields());
        Assert.Equal(2, page.QuerySelectorAll("input[type=radio][name='Input.Which']").Length);
        Assert.Empty(await user.ItemsAsync(Rounds.Path));

        using var answered = await browser.AddRoundAsync(application, [.. typed, ("Which", which)]);
        Assert.Equal(302, (int)answered.StatusCode);
        var row = Assert.Single(await user.ItemsAsync(Rounds.Path));
        Assert.Equal(stored, row.Text("starts_at"));
        var edit = await browser.SeeAsync($"/interviews/{row["id"]}/edit");
        Assert.Equal(which, edit.QuerySelector("input[name='Input.Which'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_mistake_is_shown_at_its_field_at_once()
    {
        var (user, browser) = await ParisianAsync();
        var application = (await user.AddAsync()).Text("id");
        using var empty = await browser.AddRoundAsync(
            application,
            ("Day", ""),
            ("Time", ""),
            ("TimeZone", "Mars/Olympus"),
            ("DurationMinutes", "3"),
            ("Location", new string('x', 501))
        );
        Assert.Equal(["Day", "Time", "TimeZone", "DurationMinutes", "Location"], (await empty.SeenAsync(400)).WrongFields());
        using var early = await browser.AddRoundAsync(application, ("Day", "1969-12-31"));
        Assert.Equal(["Day"], (await early.SeenAsync(400)).WrongFields());
        using var unreadable = await browser.AddRoundAsync(application, ("Day", "soon"), ("DurationMinutes", "an hour"));
        Assert.Equal(["Day", "DurationMinutes"], (await unreadable.SeenAsync(400)).WrongFields());
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
    }

    [Theory]
    [InlineData("draft", true)]
    [InlineData("applied", true)]
    [InlineData("screening", true)]
    [InlineData("interview", false)]
    [InlineData("offer", false)]
    [InlineData("rejected", false)]
    public async Task The_first_planned_interview_of_an_early_application_offers_to_move_it(string status, bool offered)
    {
        var (user, browser) = await ParisianAsync();
        var id = (
            await user.AddAsync(
                new
                {
                    company = "Kestrel Maps",
                    position = "Engineer",
                    status,
                }
            )
        ).Text("id");
        foreach (var path in new[] { $"/interviews/add?application={id}", $"/applications/{id}/interviews" })
            Assert.Equal(offered, (await browser.SeeAsync(path)).QuerySelector("input[name=Moves][checked]") is not null);
        using var kept = await browser.AddRoundAsync(id);
        Assert.Equal(status, (await user.GetAsync($"/api/applications/{id}")).Text("status"));
        foreach (var path in new[] { $"/interviews/add?application={id}", $"/applications/{id}/interviews" })
            Assert.Null((await browser.SeeAsync(path)).QuerySelector("input[name=Moves]"));
    }

    [Fact]
    public async Task Ticked_the_application_moves_to_interview_today_with_its_own_entry()
    {
        var (user, browser) = await ParisianAsync();
        var id = (
            await user.AddAsync(
                new
                {
                    company = "Kestrel Maps",
                    position = "Engineer",
                    status = "applied",
                }
            )
        ).Text("id");
        using var answer = await browser.AddRoundAsync(id, ("Moves", "true"));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("interview", (await user.GetAsync($"/api/applications/{id}")).Text("status"));
        var newest = (await user.ItemsAsync($"/api/applications/{id}/history"))[^1];
        Assert.Equal(
            ("interview", shared.App.Clock.Today("Europe/Paris").ToString("O", null)),
            (newest.Text("to_status"), newest.Text("occurred_on"))
        );
    }

    [Fact]
    public async Task A_refused_interview_moves_nothing()
    {
        var (user, browser) = await ParisianAsync();
        var id = (await user.AddAsync()).Text("id");
        using var answer = await browser.AddRoundAsync(id, ("Moves", "true"), ("DurationMinutes", "9999"));
        var page = await answer.SeenAsync(400);
        Assert.NotNull(page.QuerySelector("input[name=Moves][checked]"));
        Assert.Equal("draft", (await user.GetAsync($"/api/applications/{id}")).Text("status"));
    }

    [Fact]
    public async Task An_application_that_is_further_never_goes_back()
    {
        var (user, browser) = await ParisianAsync();
        var id = (
            await user.AddAsync(
                new
                {
                    company = "Kestrel Maps",
                    position = "Engineer",
                    status = "offer",
                }
            )
        ).Text("id");
        using var answer = await browser.AddRoundAsync(id, ("Moves", "true"));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("offer", (await user.GetAsync($"/api/applications/{id}")).Text("status"));
    }

    private async Task<(TestUser User, TestBrowser Browser)> ParisianAsync()
    {
        var user = await shared.App.RegisterAsync();
        await user.LivesInAsync("Europe/Paris");
        return (user, await TestBrowser.SignInAsync(shared.App, user));
    }
}
