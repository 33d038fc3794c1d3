using System.Globalization;
using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.SearchSessions;

public sealed class SubmitEntryTests(SharedApp shared)
{
    [Fact]
    public async Task The_first_submission_begins_a_session_and_the_next_ones_join_it()
    {
        using var user = await shared.App.RegisterAsync();
        var first = await user.SubmitAsync("First");
        Assert.Equal(["count", "ratio", "session_id", "entry_id", "started_at"], first.AsObject().Select(field => field.Key));
        Assert.Equal(("1", "1"), (first.Text("count"), first.Text("ratio")));
        var second = await user.SubmitAsync("Second");
        Assert.Equal(("2", "2"), (second.Text("count"), second.Text("ratio")));
        Assert.Equal((first.Text("session_id"), first.Text("started_at")), (second.Text("session_id"), second.Text("started_at")));

        var session = await user.CurrentAsync();
        Assert.Equal(["Second", "First"], session["entries"]!.Companies());
        Assert.Equal(first.Text("started_at"), session["entries"]![1]!.Text("created_at"));
        Assert.Null(session["finished_at"]);
    }

    [Fact]
    public async Task The_ratio_is_per_day_since_the_first_entry_with_two_decimals()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        await user.SubmitAsync();
        app.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("2", (await user.SubmitAsync()).Text("ratio"));
        app.Clock.Advance(TimeSpan.FromHours(24));
        // Three in one day and a half, then four in one and three quarters.
        Assert.Equal("2", (await user.SubmitAsync()).Text("ratio"));
        app.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal("2.29", (await user.SubmitAsync()).Text("ratio"));
        app.Clock.Advance(TimeSpan.FromHours(42));
        Assert.Equal("1.14", (await user.CurrentAsync()).Text("ratio"));
    }

    [Fact]
    public async Task Of_first_submissions_at_once_over_two_processes_one_session_comes()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var second = app.StartAnother();
        using var user = await app.RegisterAsync();
        using var there = user.On(second);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(n => (n % 2 == 0 ? user.Client : there).PostAsJsonAsync("/submit", Sessions.Of($"Company {n}")))
        );
        var bodies = new List<string?>();
        foreach (var answer in answers)
            bodies.Add((await answer.ReadAsync(201)).Text("count"));
        Assert.Equal(Enumerable.Range(1, 40), bodies.Select(count => int.Parse(count!, CultureInfo.InvariantCulture)).Order());
        Assert.Equal(1, await app.ReadAsync(db => db.SearchSessions.CountAsync()));
        Assert.Equal(40, (await user.CurrentAsync())["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_session_takes_500_entries_and_not_one_more_however_many_come_at_once()
    {
        using var user = await shared.App.RegisterAsync();
        await user.SubmitAsync();
        await shared.App.ExecuteAsync($"update search_sessions set entries = 490 where user_id = {user.Id}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => user.Client.PostAsJsonAsync("/submit", Sessions.Of())));
        Assert.Equal(10, answers.Count(answer => (int)answer.StatusCode == 201));
        var refused = await answers.First(answer => (int)answer.StatusCode != 201).ProblemAsync(409, "conflict");
        Assert.Contains("500", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("500", (await user.CurrentAsync()).Text("count"));

        await user.FinishAsync((await user.CurrentAsync())["id"]);
        Assert.Equal("1", (await user.SubmitAsync()).Text("count"));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_the_same_entry()
    {
        using var user = await shared.App.RegisterAsync();
        var bodies = new List<string>();
        for (var repeat = 0; repeat < 3; repeat++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/submit") { Content = JsonContent.Create(Sessions.Of()) };
            request.Headers.Add("Idempotency-Key", "one");
            using var answer = await user.Client.SendAsync(request);
            bodies.Add((await answer.ReadAsync(201)).ToJsonString());
        }
        Assert.Single(bodies.Distinct());
        Assert.Single((await user.CurrentAsync())["entries"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"company": "", "mission": " "}""", "company", "mission")]
    [InlineData("""{"company": "A", "mission": "B", "link": "javascript:alert(1)"}""", "link")]
    [InlineData("""{"company": "A", "mission": "B", "link": "data:text/html,x"}""", "link")]
    [InlineData("""{"company": "A", "mission": "B", "link": "ftp://example.com"}""", "link")]
    [InlineData("""{"company": "A", "mission": "B", "link": "www.example.com/a b"}""", "link")]
    [InlineData("""{"company": "A", "mission": "B", "title": "C"}""", "title")]
    public async Task What_breaks_a_rule_is_refused_at_its_field_and_begins_nothing(string body, params string[] fields)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.SendRawAsync(HttpMethod.Post, "/submit", body);
        await answer.RefusesAsync(fields);
        using var none = await user.Client.GetAsync($"{Sessions.All}/current");
        await none.ProblemAsync(404, "not_found");
    }

    [Theory]
    [InlineData(201)]
    [InlineData(200)]
    public async Task Texts_of_200_characters_fit_and_longer_ones_do_not(int length)
    {
        using var user = await shared.App.RegisterAsync();
        var text = new string('é', length);
        using var answer = await user.Client.PostAsJsonAsync(
            "/submit",
            new
            {
                company = text,
                city = text,
                mission = text,
            }
        );
        if (length == 200)
            await answer.ReadAsync(201);
        else
            await answer.RefusesAsync("company", "city", "mission");
    }

    [Fact]
    public async Task Links_lose_this_servers_address_as_it_was_reached_and_as_it_is_configured()
    {
        await using var app = await JobTrackerApp.StartAsync(("Public:BaseUrl", "https://jobs.example.org"));
        using var user = await app.RegisterAsync();
        string[] typed =
        [
            $"{app.Address}careers.example.com/77",
            "https://jobs.example.org/www.example.com/1",
            "http://jobs.example.org/https://example.com/2",
            "www.example.com/3",
        ];
        foreach (var link in typed)
            await user.SubmitAsync(link: link);
        Assert.Equal(
            ["https://www.example.com/3", "https://example.com/2", "https://www.example.com/1", "https://careers.example.com/77"],
            (await user.CurrentAsync())["entries"]!.AsArray().Select(entry => entry!.Text("link"))
        );
    }

    [Fact]
    public async Task Strangers_get_nothing()
    {
        using var visitor = shared.App.CreateClient();
        using var answer = await visitor.PostAsJsonAsync("/submit", Sessions.Of());
        await answer.ProblemAsync(401, "unauthenticated");
    }
}
