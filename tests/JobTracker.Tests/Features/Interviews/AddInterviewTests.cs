using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class AddInterviewTests(SharedApp shared)
{
    [Fact]
    public async Task The_least_is_an_application_and_a_start()
    {
        using var user = await shared.App.RegisterAsync();
        await user.LivesInAsync("Europe/Paris");
        var application = await user.AddAsync();
        using var answer = await user.Client.PostAsJsonAsync(Rounds.Path, Rounds.Of(application));
        var row = await answer.ReadAsync(201);
        Assert.Equal($"{Rounds.Path}/{row["id"]}", answer.Headers.Location?.ToString());
        Assert.Equal(
            ("Europe/Paris", "60", "other", "video", "planned", "1"),
            (
                row.Text("time_zone"),
                row.Text("duration_minutes"),
                row.Text("type"),
                row.Text("format"),
                row.Text("status"),
                row.Text("version")
            )
        );
        Assert.Equal("2026-11-23T10:00:00Z", row.Text("starts_at"));
        Assert.Equal(application.Text("id"), row.Text("application_id"));
        Assert.Equal(row.ToJsonString(), (await user.GetAsync($"{Rounds.Path}/{row["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task Everything_that_was_sent_comes_back()
    {
        using var user = await shared.App.RegisterAsync();
        var body = Rounds.Full(await user.AddAsync());
        var row = await user.AddRoundAsync(body);
        foreach (var (field, value) in body)
            Assert.Equal(value!.ToJsonString(), row[field]!.ToJsonString());
    }

    [Theory]
    [InlineData("2026-11-23T11:00:00+01:00", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T10:00:00.123456789Z", "2026-11-23T10:00:00.123456Z")]
    [InlineData("2026-11-23T10:00:00.1234567Z", "2026-11-23T10:00:00.123456Z")]
    public async Task The_instant_counts_whatever_offset_it_is_written_with(string sent, string stored)
    {
        using var user = await shared.App.RegisterAsync();
        var body = Rounds.Of(await user.AddAsync(), ("starts_at", sent));
        var row = await user.AddRoundAsync(body);
        Assert.Equal(stored, row.Text("starts_at"));
        Assert.Equal(stored, (await user.GetAsync($"{Rounds.Path}/{row["id"]}")).Text("starts_at"));
    }

    [Fact]
    public async Task An_application_that_is_not_there_not_ones_own_or_deleted_is_not_found()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var foreign = await other.AddAsync();
        var deleted = await user.AddAsync();
        using (var gone = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{deleted["id"]}"))
            await gone.ReadAsync(204);
        var nowhere = new JsonObject { ["id"] = Guid.CreateVersion7().ToString() };
        foreach (var application in new[] { foreign, deleted, nowhere })
        {
            using var answer = await user.Client.PostAsJsonAsync(Rounds.Path, Rounds.Of(application));
            await answer.ProblemAsync(404, "not_found");
        }
        Assert.Empty(await user.ItemsAsync(Rounds.Path));
        Assert.Empty(await other.ItemsAsync(Rounds.Path));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_adds_nothing_and_gets_the_same_answer()
    {
        using var user = await shared.App.RegisterAsync();
        var body = Rounds.Of(await user.AddAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(user, body, "again")));
        var rows = await Task.WhenAll(answers.Select(async answer => (await answer.ReadAsync(201)).ToJsonString()));
        Assert.Single(rows.Distinct());
        Assert.Single(await user.ItemsAsync(Rounds.Path));
        using var other = await PostAsync(user, Rounds.Of(await user.AddAsync()), "again");
        await other.ProblemAsync(422, "idempotency_mismatch");
    }

    [Fact]
    public async Task The_application_counts_it_and_shows_the_next_but_stays_where_it_is()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var next = await user.AddRoundAsync(shared.App, application, TimeSpan.FromHours(5));
        await user.AddRoundAsync(shared.App, application, TimeSpan.FromHours(3), ("status", "cancelled"));
        var row = await user.GetAsync($"/api/applications/{application["id"]}");
        Assert.Equal("2", row["counts"]!.Text("interviews"));
        Assert.Equal(next.Text("starts_at"), row.Text("next_interview_at"));
        Assert.Equal(("draft", "1"), (row.Text("status"), row.Text("version")));
    }

    private static Task<HttpResponseMessage> PostAsync(TestUser user, JsonObject body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Rounds.Path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return user.Client.SendAsync(request);
    }
}
