using JobTracker.Testing;
using Npgsql;

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

    [Fact]
    public async Task A_migration_at_work_does_not_make_a_process_that_serves_look_broken()
    {
        using var client = shared.App.CreateClient();
        Assert.Equal((200, "Healthy"), await AskAsync(client, "/health/ready"));
        await using var migration = new NpgsqlConnection(shared.App.ConnectionString);
        await migration.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("begin; lock table \"__EFMigrationsHistory\" in access exclusive mode", migration);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Equal((200, "Healthy"), await AskAsync(client, "/health/ready"));
    }

    private static async Task<(int, string)> AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
