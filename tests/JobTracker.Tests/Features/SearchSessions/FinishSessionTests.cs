using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.SearchSessions;

public sealed class FinishSessionTests(SharedApp shared)
{
    [Fact]
    public async Task Chosen_entries_become_applications_of_the_day_they_were_sent()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
        // Half past midnight in Paris.
        app.Clock.MoveTo(new DateTimeOffset(2026, 3, 9, 23, 30, 0, TimeSpan.Zero));
        using var user = await app.RegisterAsync();
        using var zone = await user.SendAsync(
            HttpMethod.Put,
            "/api/auth/update-profile",
            new { time_zone = "Europe/Paris", locale = "en" }
        );
        await zone.ReadAsync(200);
        var entry = await user.SubmitAsync("Cobalt Foundry", "www.example.com/1");
        await user.SubmitAsync("Not this one");
        app.Clock.Advance(TimeSpan.FromDays(2));

        var answer = await user.FinishAsync(entry["session_id"], entry.Text("entry_id"));
        Assert.NotNull(answer["session"]!["finished_at"]);
        Assert.Equal(["Cobalt Foundry"], answer["added"]!.Companies());
        Assert.Empty(answer["left"]!.AsArray());
        Assert.NotNull(answer["added"]![0]!["added_at"]);
        var row = Assert.Single(await user.ItemsAsync("/api/applications"));
        Assert.Equal(
            ("Cobalt Foundry", "Data engineer", "Sheffield", "https://www.example.com/1", "applied", "2026-03-10"),
            (row.Text("company"), row.Text("position"), row.Text("location"), row.Text("link"), row.Text("status"), row.Text("applied_on"))
        );
        var history = Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
        Assert.Equal(("applied", "2026-03-10"), (history.Text("to_status"), history.Text("occurred_on")));
    }

    [Fact]
    public async Task As_many_as_fit_are_added_in_the_chosen_order_and_the_others_are_named()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "3"));
        using var user = await app.RegisterAsync();
        var taken = await user.AddAsync();
        var (session, entries) = await FilledAsync(user, 4);
        var answer = await user.FinishAsync(session, entries[3], entries[0], entries[2]);
        Assert.Equal(["Company 3", "Company 0"], answer["added"]!.Companies());
        Assert.Equal(["Company 2"], answer["left"]!.Companies());
        Assert.Equal("3", (await user.GetAsync("/meta"))["usage"]!.Text("applications"));

        // Later, when a place is free again, what was left goes in; what is in is passed over.
        var finished = (await user.GetAsync($"{Sessions.All}/{session}")).Text("finished_at");
        using var freed = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{taken["id"]}");
        await freed.ReadAsync(204);
        var later = await user.FinishAsync(session, entries[3], entries[2], entries[1]);
        Assert.Equal(["Company 2"], later["added"]!.Companies());
        Assert.Equal(["Company 1"], later["left"]!.Companies());
        Assert.Equal(finished, later["session"]!.Text("finished_at"));
        Assert.Equal(3, (await user.ItemsAsync("/api/applications")).Count);
    }

    [Fact]
    public async Task Finishing_many_times_at_once_adds_nothing_twice_and_no_more_than_fit()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "5"));
        await using var second = app.StartAnother(("Quotas:MaxApplicationsPerUser", "5"));
        using var user = await app.RegisterAsync();
        using var there = await user.SignInAgainAsync(second);
        var (session, entries) = await FilledAsync(user, 8);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(n => (n % 2 == 0 ? user : there).FinishAsync(session, [.. entries, .. entries]))
        );
        Assert.Equal(5, answers.Sum(answer => answer["added"]!.AsArray().Count));
        var companies = (await user.ItemsAsync("/api/applications")).Select(row => row.Text("company")).ToList();
        Assert.Equal((5, 5), (companies.Count, companies.Distinct().Count()));
        Assert.Equal(5, await app.ReadAsync(db => db.SearchEntries.CountAsync(entry => entry.AddedAt != null)));
        Assert.Equal(5, await app.ReadAsync(db => db.Accounts.Select(account => account.ApplicationsUsed).SingleAsync()));
    }

    [Fact]
    public async Task With_nothing_chosen_it_just_ends()
    {
        using var user = await shared.App.RegisterAsync();
        var (session, _) = await FilledAsync(user, 2);
        var answer = await user.FinishAsync(session);
        Assert.NotNull(answer["session"]!["finished_at"]);
        Assert.Empty(await user.ItemsAsync("/api/applications"));
        using var none = await user.Client.GetAsync($"{Sessions.All}/current");
        await none.ProblemAsync(404, "not_found");
        Assert.Equal(2, (await user.GetAsync($"{Sessions.All}/{session}"))["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_entry_of_somebody_else_or_of_another_session_ends_nothing_and_adds_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var foreign = (await FilledAsync(other, 1)).Entries[0];
        var (earlier, own) = await FilledAsync(user, 1);
        await user.FinishAsync(earlier);
        var (session, entries) = await FilledAsync(user, 1);
        foreach (var wrong in new[] { foreign, own[0], Guid.CreateVersion7().ToString() })
        {
            using var answer = await user.SendAsync(
                HttpMethod.Post,
                $"{Sessions.All}/{session}/finish",
                new { add_to_tracker = new[] { entries[0], wrong } }
            );
            await answer.ProblemAsync(404, "not_found");
        }
        Assert.Equal(session!.ToString(), (await user.CurrentAsync()).Text("id"));
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Theory]
    [InlineData("""{"add_to_tracker": null}""")]
    [InlineData("""{"add_to_tracker": ["x"]}""")]
    [InlineData("""{"entries": []}""")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        using var user = await shared.App.RegisterAsync();
        var (session, _) = await FilledAsync(user, 1);
        using var answer = await user.Client.SendRawAsync(HttpMethod.Post, $"{Sessions.All}/{session}/finish", body);
        await answer.ProblemAsync(400, "invalid");
    }

    private static async Task<(JsonNode? Session, string?[] Entries)> FilledAsync(TestUser user, int count)
    {
        JsonNode? session = null;
        var entries = new string?[count];
        for (var n = 0; n < count; n++)
        {
            var entry = await user.SubmitAsync($"Company {n}");
            (session, entries[n]) = (entry["session_id"], entry.Text("entry_id"));
        }
        return (session, entries);
    }
}
