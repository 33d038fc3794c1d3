using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Quotas;

public sealed class UserQuotaTests
{
    [Fact]
    public async Task Of_50_registrations_at_once_over_two_processes_exactly_the_3_places_left_are_given()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "5"));
        await using var second = app.StartAnother(("Quotas:MaxUsers", "5"));
        using var one = await app.RegisterAsync();
        using var two = await app.RegisterAsync();
        using var there = second.CreateClient();
        using var here = app.CreateClient();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(n => RegisterAsync(n % 2 == 0 ? here : there, $"person{n}@example.org"))
        );
        Assert.Equal(3, answers.Count(answer => (int)answer.StatusCode == 201));
        foreach (var refused in answers.Where(answer => (int)answer.StatusCode != 201))
        {
            var problem = await refused.ProblemAsync(403, "quota_exceeded");
            Assert.Equal("users_total", problem.Text("quota"));
            Assert.Equal((5, 5), (problem["limit"]!.GetValue<int>(), problem["used"]!.GetValue<int>()));
        }
        Assert.Equal(5, await app.ReadAsync(db => db.Users.CountAsync()));
        Assert.Equal(5, await app.ReadAsync(db => db.Accounts.CountAsync()));
        var meta = await one.GetAsync("/meta");
        Assert.Equal((5, false), (meta["users_total"]!.GetValue<int>(), meta["registration_open"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_registration_that_fails_gives_its_place_back()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "2"));
        using var first = await app.RegisterAsync("first@example.org");
        using var client = app.CreateClient();
        using var taken = await RegisterAsync(client, "FIRST@example.org");
        await taken.ProblemAsync(409, "email_taken");
        using var second = await RegisterAsync(client, "second@example.org");
        await second.ReadAsync(201);
        using var third = await RegisterAsync(client, "third@example.org");
        await third.ProblemAsync(403, "quota_exceeded");
    }

    [Fact]
    public async Task A_limit_below_what_is_used_keeps_everybody_and_lets_nobody_in()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var one = await app.RegisterAsync();
        using var two = await app.RegisterAsync();
        await using var stricter = app.StartAnother(("Quotas:MaxUsers", "1"));
        using var client = stricter.CreateClient();
        using var refused = await RegisterAsync(client, "late@example.org");
        var problem = await refused.ProblemAsync(403, "quota_exceeded");
        Assert.Equal((1, 2), (problem["limit"]!.GetValue<int>(), problem["used"]!.GetValue<int>()));
        using var again = await two.SignInAgainAsync(stricter);
        await again.AddAsync();
    }

    [Fact]
    public async Task With_no_places_at_all_nobody_registers()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "0"));
        using var client = app.CreateClient();
        using var refused = await RegisterAsync(client, "first@example.org");
        await refused.ProblemAsync(403, "quota_exceeded");
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient client, string email) =>
        client.PostAsJsonAsync("/api/auth/register", new { email, password = TestUser.Password });
}
