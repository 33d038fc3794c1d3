using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class AddApplicationDatesTests(SharedApp shared)
{
    private string Today => Facts.Day(shared.App.Clock.Today(Calendar.DefaultZone));

    [Theory]
    [InlineData("draft", false, false)]
    [InlineData("applied", true, false)]
    [InlineData("screening", false, true)]
    [InlineData("interview", false, true)]
    [InlineData("offer", false, true)]
    [InlineData("accepted", false, true)]
    [InlineData("rejected", false, true)]
    [InlineData("withdrawn", false, false)]
    [InlineData("no_response", false, false)]
    public async Task A_status_fills_the_date_that_it_speaks_of(string status, bool applied, bool responded)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", status)));
        Assert.Equal(applied ? Today : null, row.Text("applied_on"));
        Assert.Equal(responded ? Today : null, row.Text("responded_on"));
        Assert.Equal((status, Today), await OnlyEntryAsync(user, row));
    }

    [Fact]
    public async Task A_given_date_is_kept_and_dates_the_first_entry()
    {
        using var user = await shared.App.RegisterAsync();
        var applied = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-01-05")));
        Assert.Equal("2026-01-05", applied.Text("applied_on"));
        Assert.Equal(("applied", "2026-01-05"), await OnlyEntryAsync(user, applied));

        var rejected = await user.AddAsync(Facts.Of(("status", "rejected"), ("applied_on", "2026-01-05"), ("responded_on", "2026-01-20")));
        Assert.Equal(("rejected", "2026-01-20"), await OnlyEntryAsync(user, rejected));
    }

    [Fact]
    public async Task A_date_is_not_filled_where_it_would_contradict_the_other()
    {
        using var user = await shared.App.RegisterAsync();
        var early = await user.AddAsync(Facts.Of(("status", "applied"), ("responded_on", "2020-01-01")));
        Assert.Equal("2020-01-01", early.Text("responded_on"));
        Assert.Null(early["applied_on"]);

        var late = await user.AddAsync(Facts.Of(("status", "rejected"), ("applied_on", "2100-01-01")));
        Assert.Equal("2100-01-01", late.Text("applied_on"));
        Assert.Null(late["responded_on"]);
    }

    [Fact]
    public async Task Today_is_the_day_in_the_persons_time_zone()
    {
        await using var app = await JobTrackerApp.StartAsync();
        app.Clock.MoveTo(new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero));
        using var user = await app.RegisterAsync();
        Assert.Equal("2026-06-30", (await user.AddAsync(Facts.Of(("status", "applied")))).Text("applied_on"));

        foreach (var (zone, day) in new[] { ("Europe/Paris", "2026-07-01"), ("America/Los_Angeles", "2026-06-30") })
        {
            using var answer = await user.SendAsync(HttpMethod.Put, "/api/auth/update-profile", new { time_zone = zone, locale = "en" });
            await answer.ReadAsync(200);
            Assert.Equal(day, (await user.AddAsync(Facts.Of(("status", "applied")))).Text("applied_on"));
        }
    }

    [Fact]
    public async Task The_follow_up_day_is_counted_from_the_application_while_nobody_answered()
    {
        using var user = await shared.App.RegisterAsync();
        var applied = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-02-20")));
        Assert.Equal("2026-03-02", applied.Text("follow_up_on"));
        Assert.Equal("2026-03-02", Assert.Single(await user.ItemsAsync("/api/applications")).Text("follow_up_on"));
        Assert.Null((await user.AddAsync(Facts.Of(("applied_on", "2026-02-20"))))["follow_up_on"]);
    }

    private static async Task<(string?, string?)> OnlyEntryAsync(TestUser user, JsonNode row)
    {
        var entry = Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
        return (entry.Text("to_status"), entry.Text("occurred_on"));
    }
}
