using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Interviews;

namespace JobTracker.Tests.Features.CalendarFeed;

public sealed class EventTests(SharedApp shared)
{
    [Fact]
    public async Task An_interview_is_there_by_its_own_clock_with_its_place_and_two_alarms()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync(new { company = "Maison; Delorme, fils", position = "Développeuse\\bdd" });
        var start = Later(days: 20, hour: 9);
        var row = await user.AddRoundAsync(
            Rounds.Of(
                application,
                ("starts_at", Instant.Write(start)),
                ("time_zone", "America/New_York"),
                ("duration_minutes", 45),
                ("type", "technical"),
                ("format", "video"),
                ("location", "https://meet.example/rooms/114"),
                ("interviewer", "Hannah Whitlock"),
                ("comment", "Canary: my own notes")
            )
        );
        var calendar = await Feeds.FollowAsync(shared.App, await user.ShareCalendarAsync());
        var found = Assert.Single(await Feeds.EventsAsync(calendar));
        Assert.Equal($"interview-{row.Text("id")}@jobtracker", found.Text("uid"));
        Assert.Equal(Instant.Write(start), found.Text("start"));
        Assert.Equal("America/New_York", found.Text("zone"));
        Assert.Equal(45, found["minutes"]!.GetValue<double>());
        Assert.Equal("Technical interview: Maison; Delorme, fils", found.Text("summary"));
        Assert.Equal("Développeuse\\bdd\nWith Hannah Whitlock\nVideo", found.Text("description"));
        Assert.Equal("https://meet.example/rooms/114", found.Text("location"));
        Assert.EndsWith($"/interviews/{row.Text("id")}", found.Text("url"), StringComparison.Ordinal);
        Assert.Equal("CONFIRMED", found.Text("status"));
        Assert.Equal([-1440, -60], found["alarms"]!.AsArray().Select(alarm => alarm!.GetValue<double>()));
        Assert.DoesNotContain("Canary", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_keeps_the_event_and_raises_its_sequence_and_calling_it_off_says_so()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var row = await user.AddRoundAsync(shared.App, application, TimeSpan.FromDays(4));
        var before = Assert.Single(await user.EventsOfAsync(shared.App));
        using var called = await user.SendAsync(HttpMethod.Patch, $"{Rounds.Path}/{row.Text("id")}", new { status = "cancelled" });
        await called.ReadAsync(200);
        var after = Assert.Single(await user.EventsOfAsync(shared.App));
        Assert.Equal(before.Text("uid"), after.Text("uid"));
        Assert.True(after["sequence"]!.GetValue<int>() > before["sequence"]!.GetValue<int>());
        Assert.Equal("CANCELLED", after.Text("status"));
        Assert.Empty(after["alarms"]!.AsArray());
    }

    [Fact]
    public async Task What_is_due_takes_its_day_until_it_is_done_and_deadlines_until_the_application_is_sent()
    {
        using var user = await shared.App.RegisterAsync();
        var due = Today().AddDays(5);
        var draft = await user.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                due_on = due,
            }
        );
        var sent = await user.AddAsync(
            new
            {
                company = "Alder Health",
                position = "Engineer",
                status = "applied",
                due_on = due,
            }
        );
        using var added = await user.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new
            {
                application_id = sent.Text("id"),
                title = "Cover letter",
                due_on = due.AddDays(1),
            }
        );
        var letter = await added.ReadAsync(201);

        var events = await user.EventsOfAsync(shared.App);

        Assert.Equal(["Cover letter: Alder Health", "Last day to apply: Kestrel Maps"], events.Select(one => one.Text("summary")!).Order());
        var deadline = Named(events, "deadline-" + draft.Text("id"));
        Assert.Equal((Written(due), Written(due.AddDays(1))), (deadline.Text("start"), deadline.Text("end")));
        Assert.Equal(-15 * 60, Assert.Single(deadline["alarms"]!.AsArray())!.GetValue<double>());
        using var done = await user.SendAsync(HttpMethod.Patch, $"/api/deliverables/{letter.Text("id")}", new { state = "done" });
        await done.ReadAsync(200);
        Assert.Single(await user.EventsOfAsync(shared.App));
    }

    [Fact]
    public async Task What_belongs_to_a_deleted_application_or_is_far_away_in_time_is_not_there()
    {
        using var user = await shared.App.RegisterAsync();
        var kept = await user.AddAsync();
        await user.AddRoundAsync(shared.App, kept, TimeSpan.FromDays(-100));
        await user.AddRoundAsync(shared.App, kept, TimeSpan.FromDays(-80));
        await user.AddRoundAsync(shared.App, kept, TimeSpan.FromDays(800));
        var deleted = await user.AddAsync(
            new
            {
                company = "Gone",
                position = "Clerk",
                due_on = Today().AddDays(2),
            }
        );
        await user.AddRoundAsync(shared.App, deleted, TimeSpan.FromDays(3));
        using var gone = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{deleted.Text("id")}");
        Assert.True(gone.IsSuccessStatusCode);
        Assert.Single(await user.EventsOfAsync(shared.App));
    }

    [Fact]
    public async Task It_speaks_its_owner_s_language_whoever_asks()
    {
        using var user = await shared.App.RegisterAsync();
        await user.LivesInAsync("Europe/Paris", "fr");
        var application = await user.AddAsync();
        await user.AddRoundAsync(shared.App, application, TimeSpan.FromDays(2), ("type", "technical"));
        var found = Assert.Single(await user.EventsOfAsync(shared.App));
        Assert.Equal("Entretien technique : Kestrel Maps", found.Text("summary")!.Replace('\u202f', ' ').Replace('\u00a0', ' '));
    }

    private DateTimeOffset Later(int days, int hour) => new(Today().AddDays(days), new TimeOnly(hour, 0), TimeSpan.Zero);

    private DateOnly Today() => shared.App.Clock.Today(Calendar.DefaultZone);

    private static string Written(DateOnly day) => day.ToString("O", null);

    private static JsonNode Named(IEnumerable<JsonNode> events, string key) => events.Single(one => one.Text("uid") == $"{key}@jobtracker");
}
