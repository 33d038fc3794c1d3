using System.Net.Http.Json;
using JobTracker.Testing;

namespace JobTracker.Tests.Web.Limits;

public sealed class ApiRateLimitTests
{
    [Fact]
    public async Task One_persons_requests_are_counted_apart_from_everybody_elses_at_the_same_address()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:ApiPerMinute", "4"));
        using var one = await app.RegisterAsync();
        using var other = await app.RegisterAsync();
        for (var request = 0; request < 4; request++)
            await one.GetAsync("/api/applications");
        using var refused = await one.Client.GetAsync("/api/applications");
        await refused.ProblemAsync(429, "rate_limited");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        await other.GetAsync("/api/applications");
        await one.GetAsync("/meta");
    }

    [Fact]
    public async Task A_second_sign_in_gives_nobody_a_second_allowance()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:ApiPerMinute", "3"));
        using var user = await app.RegisterAsync();
        using var again = await user.SignInAgainAsync(app);
        for (var request = 0; request < 3; request++)
            await user.GetAsync("/api/applications");
        using var refused = await again.Client.GetAsync("/api/applications");
        await refused.ProblemAsync(429, "rate_limited");
    }

    [Fact]
    public async Task Before_sign_in_requests_are_counted_by_network()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:ApiPerMinute", "3"));
        using var user = await app.RegisterAsync();
        using var client = app.CreateClient();
        foreach (var status in new[] { 401, 401, 429 })
        {
            using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email = "nobody@example.org", password = "x" });
            await answer.ReadAsync(status);
        }
        await user.GetAsync("/api/applications");
    }
}
