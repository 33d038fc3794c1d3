using System.Net.Http.Json;
using JobTracker.Data.Idempotency;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Web;

public sealed class IdempotencyTests(SharedApp shared)
{
    private static readonly object Facts = new { company = "Kestrel Maps", position = "Engineer" };

    [Fact]
    public async Task Twelve_repeats_at_once_over_two_processes_make_one_row_and_get_one_answer()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using var other = app.StartAnother();
        using var user = await app.RegisterAsync();
        using var elsewhere = user.On(other);
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => PostAsync(n % 2 == 0 ? user.Client : elsewhere, key, Facts)));
        var bodies = await Task.WhenAll(answers.Select(async answer => (await answer.ReadAsync(201)).ToJsonString()));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await app.ReadAsync(db => db.Applications.CountAsync(row => row.UserId == user.Id)));
        Assert.Equal(
            1,
            await app.ReadAsync(db => db.Accounts.Where(row => row.UserId == user.Id).Select(row => row.ApplicationsUsed).SingleAsync())
        );
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_path_is_refused_and_writes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        using var first = await PostAsync(user.Client, "k1", Facts);
        await first.ReadAsync(201);
        using var another = await PostAsync(user.Client, "k1", new { company = "Tern", position = "Engineer" });
        await another.ProblemAsync(422, "idempotency_mismatch");
        Assert.Equal(1, await shared.App.ReadAsync(db => db.Applications.CountAsync(row => row.UserId == user.Id)));
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        using var user = await shared.App.RegisterAsync();
        using var refused = await PostAsync(user.Client, "k2", new { company = "", position = "" });
        await refused.RefusesAsync("company", "position");
        using var accepted = await PostAsync(user.Client, "k2", Facts);
        await accepted.ReadAsync(201);
    }

    [Fact]
    public async Task The_key_of_one_person_means_nothing_for_another_nor_on_another_route()
    {
        using var one = await shared.App.RegisterAsync();
        using var two = await shared.App.RegisterAsync();
        using var first = await PostAsync(one.Client, "k3", Facts);
        using var second = await PostAsync(two.Client, "k3", Facts);
        var (mine, yours) = ((await first.ReadAsync(201))["id"]!.ToString(), (await second.ReadAsync(201))["id"]!.ToString());
        Assert.NotEqual(mine, yours);
        using var move = await PostAsync(one.Client, "k3", new { status = "applied" }, $"/api/applications/{mine}/status");
        Assert.Equal("applied", (await move.ReadAsync(200))["status"]!.ToString());
    }

    [Fact]
    public async Task After_24_hours_the_key_is_free_again()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
        using var user = await app.RegisterAsync();
        using var first = await PostAsync(user.Client, "k4", Facts);
        app.Clock.Advance(IdempotencyStore.Kept + TimeSpan.FromMinutes(1));
        using var second = await PostAsync(user.Client, "k4", Facts);
        Assert.NotEqual((await first.ReadAsync(201))["id"]!.ToString(), (await second.ReadAsync(201))["id"]!.ToString());
    }

    [Theory]
    [InlineData("with blank in it")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await PostAsync(user.Client, key, Facts);
        await answer.ProblemAsync(400, "invalid");
        Assert.Equal(0, await shared.App.ReadAsync(db => db.Applications.CountAsync(row => row.UserId == user.Id)));
    }

    [Fact]
    public async Task At_the_limit_the_answer_is_the_limit_and_a_free_place_lets_the_repeat_through()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"));
        using var user = await app.RegisterAsync();
        var row = await user.AddAsync();
        using var refused = await PostAsync(user.Client, "k5", Facts);
        await refused.ProblemAsync(403, "quota_exceeded");
        using var deleted = await user.Client.DeleteAsync($"/api/applications/{row["id"]}");
        await deleted.ReadAsync(204);
        using var accepted = await PostAsync(user.Client, "k5", Facts);
        await accepted.ReadAsync(201);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string key, object body, string path = "/api/applications")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
