using JobTracker.Testing;

namespace JobTracker.Tests.Web;

public sealed class HealthTests(SharedApp shared)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_migrated_app_lives_and_is_ready(string path)
    {
        using var client = shared.App.CreateClient();
        Assert.Equal((200, "Healthy"), await AskAsync(client, path));
    }

    [Fact]
    public async Task Without_its_schema_it_lives_and_is_not_ready()
    {
        await using var app = await JobTrackerApp.StartUnmigratedAsync();
        using var client = app.CreateClient();
        Assert.Equal((200, "Healthy"), await AskAsync(client, "/health/live"));
        Assert.Equal((503, "Unhealthy"), await AskAsync(client, "/health/ready"));
    }

    [Fact]
    public async Task Without_its_database_it_lives_is_not_ready_and_asks_to_come_back()
    {
        await using var app = shared.App.StartAnother(("DATABASE_URL", "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing"));
        using var client = app.CreateClient();
        Assert.Equal((200, "Healthy"), await AskAsync(client, "/health/live"));
        Assert.Equal((503, "Unhealthy"), await AskAsync(client, "/health/ready"));
        using var answer = await client.GetAsync("/meta");
        await answer.ProblemAsync(503, "unavailable");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
    }

    private static async Task<(int, string)> AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
