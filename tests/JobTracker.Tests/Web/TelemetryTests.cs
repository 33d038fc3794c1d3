using JobTracker.Testing;
using JobTracker.Web.Hosting;

namespace JobTracker.Tests.Web;

public sealed class TelemetryTests
{
    private const string Canary = "telemetry-canary-5f1c";

    [Fact]
    public async Task Spans_and_numbers_reach_a_collector_without_what_people_write()
    {
        await using var collector = await FakeCollector.StartAsync();
        await using (
            var app = await JobTrackerApp.StartAsync((Telemetry.EndpointKey, collector.Address), ("Quotas:MaxApplicationsPerUser", "1"))
        )
        {
            using var user = await app.RegisterAsync();
            await user.AddAsync(new { company = Canary, position = Canary });
            using var full = await user.SendAsync(HttpMethod.Post, "/api/applications", new { company = Canary, position = Canary });
            await full.ProblemAsync(403, "quota_exceeded");
            await user.GetAsync($"/api/applications?q={Canary}");
            using var secret = await user.Client.GetAsync($"/calendar/{Canary}.ics");
        }
        // What was gathered is sent when the app stops.
        var (spans, numbers) = (collector.Text("/v1/traces"), collector.Text("/v1/metrics"));
        Assert.Contains("jobtracker", spans, StringComparison.Ordinal);
        Assert.Contains("/api/applications", spans, StringComparison.Ordinal);
        Assert.Contains("postgresql", spans, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", numbers, StringComparison.Ordinal);
        Assert.Contains("jobtracker.quota.refused", numbers, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, spans, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, numbers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_away_disturbs_nobody()
    {
        await using var app = await JobTrackerApp.StartAsync((Telemetry.EndpointKey, "http://127.0.0.1:1"));
        using var user = await app.RegisterAsync();
        await user.AddAsync();
        Assert.Single(await user.ItemsAsync("/api/applications"));
    }
}
