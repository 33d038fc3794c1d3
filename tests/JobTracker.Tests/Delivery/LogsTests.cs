using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Delivery;

/// <summary>What Production writes to the console, for machines.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class LogsTests
{
    [Fact]
    public async Task Every_line_is_JSON_and_none_holds_a_path_a_query_or_what_somebody_wrote()
    {
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        await using var process = JobTrackerProcess.Start(Environments.Production(database.ConnectionString));
        using (var client = await process.CreateClientAsync())
        {
            client.DefaultRequestHeaders.Add("Authorization", "Bearer canary");
            foreach (var path in new[] { "/canary?canary=canary", "/api/applications/canary", "/api/applications?q=canary" })
                using (await client.GetAsync(path)) { }
            using (await client.SendRawAsync(HttpMethod.Post, "/api/auth/login", """{ "email": "canary@example.org", "canary": 1 """)) { }
        }
        await process.TerminateAsync();
        Assert.Equal(0, await process.ExitAsync());

        var lines = process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.InRange(lines.Count(line => line["Properties"]?["Route"] is not null), 5, 100);
        Assert.DoesNotContain("canary", process.Output + process.Errors, StringComparison.OrdinalIgnoreCase);
    }
}
