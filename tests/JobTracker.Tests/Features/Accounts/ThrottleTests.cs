using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

public sealed class ThrottleTests
{
    private const string Wrong = "wrong horse battery";

    [Fact]
    public async Task Tries_of_one_account_are_counted_over_all_processes_until_the_minute_is_over()
    {
        (string, string) limit = ("Limits:LoginPerMinutePerAccount", "3");
        await using var app = await JobTrackerApp.StartAsync(limit);
        await using var second = app.StartAnother(limit);
        using var user = await app.RegisterAsync("ada@example.org");
        using var other = await app.RegisterAsync("grace@example.org");
        foreach (var process in new[] { app, second, app })
            Assert.Equal(401, await LogInAsync(process, user.Email, Wrong));
        await AssertTooManyAsync(second, "ADA@example.org", TestUser.Password, TimeSpan.FromMinutes(1));
        await AssertTooManyAsync(app, user.Email, Wrong, TimeSpan.FromMinutes(1));
        Assert.Equal(200, await LogInAsync(second, other.Email, TestUser.Password));

        second.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, await LogInAsync(second, user.Email, TestUser.Password));
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_counted_like_any_other()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerAccount", "1"));
        Assert.Equal(401, await LogInAsync(app, "nobody@example.org", Wrong));
        await AssertTooManyAsync(app, "nobody@example.org", Wrong, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_success_forgets_the_accounts_tries()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerAccount", "3"));
        using var user = await app.RegisterAsync();
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(401, await LogInAsync(app, user.Email, Wrong));
            Assert.Equal(401, await LogInAsync(app, user.Email, Wrong));
            Assert.Equal(200, await LogInAsync(app, user.Email, TestUser.Password));
        }
    }

    [Fact]
    public async Task Tries_from_one_network_are_counted_over_accounts_and_a_success_does_not_forget_them()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerIp", "3"));
        using var user = await app.RegisterAsync();
        Assert.Equal(401, await LogInAsync(app, "a@example.org", Wrong));
        Assert.Equal(200, await LogInAsync(app, user.Email, TestUser.Password));
        Assert.Equal(401, await LogInAsync(app, "b@example.org", Wrong));
        await AssertTooManyAsync(app, user.Email, TestUser.Password, TimeSpan.FromMinutes(1));
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, await LogInAsync(app, user.Email, TestUser.Password));
    }

    [Fact]
    public async Task Tries_at_once_are_all_counted()
    {
        (string, string) limit = ("Limits:LoginPerMinutePerAccount", "5");
        await using var app = await JobTrackerApp.StartAsync(limit);
        await using var second = app.StartAnother(limit);
        var statuses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => LogInAsync(n % 2 == 0 ? app : second, "nobody@example.org", Wrong))
        );
        Assert.Equal([.. Enumerable.Repeat(401, 5), .. Enumerable.Repeat(429, 15)], statuses.Order());
    }

    [Fact]
    public async Task Registrations_of_one_network_are_counted_until_the_hour_is_over()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:RegisterPerHour", "2"));
        using var one = await app.RegisterAsync();
        using var two = await app.RegisterAsync();
        using var client = app.CreateClient();
        using var refused = await client.PostAsJsonAsync(
            "/api/auth/register",
            new { email = "c@example.org", password = TestUser.Password }
        );
        await refused.ProblemAsync(429, "rate_limited");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        using var three = await app.RegisterAsync();
    }

    [Fact]
    public async Task What_breaks_a_rule_is_no_registration_and_is_not_counted()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:RegisterPerHour", "1"));
        using var client = app.CreateClient();
        for (var round = 0; round < 3; round++)
        {
            using var answer = await client.PostAsJsonAsync("/api/auth/register", new { email = "a@example.org", password = "short" });
            await answer.RefusesAsync("password");
        }
        using var user = await app.RegisterAsync();
    }

    [Fact]
    public async Task Guessing_the_current_password_counts_as_trying_to_sign_in()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerAccount", "2"));
        using var user = await app.RegisterAsync();
        foreach (var status in new[] { 400, 400, 429 })
        {
            using var answer = await user.SendAsync(
                HttpMethod.Put,
                "/api/auth/change-password",
                new { current_password = Wrong, new_password = "another horse battery" }
            );
            await answer.ReadAsync(status);
        }
    }

    [Fact]
    public async Task No_address_and_no_e_mail_stands_in_the_counts()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:LoginPerMinutePerAccount", "5"), ("Limits:LoginPerMinutePerIp", "5"));
        await LogInAsync(app, "nobody@example.org", Wrong);
        var buckets = await app.ReadAsync(db => db.Throttles.Select(row => row.Bucket).ToListAsync());
        Assert.Equal(2, buckets.Count);
        Assert.All(buckets, bucket => Assert.Matches("^login-(account|network) [0-9a-f]{64}$", bucket));
    }

    private static async Task AssertTooManyAsync(JobTrackerApp app, string email, string password, TimeSpan most)
    {
        using var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email, password });
        await answer.ProblemAsync(429, "rate_limited");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), most);
    }

    private static async Task<int> LogInAsync(JobTrackerApp app, string email, string password)
    {
        using var client = app.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email, password });
        return (int)answer.StatusCode;
    }
}
