using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Delivery;

namespace JobTracker.Tests.Features.Coach.Keys;

/// <summary>What a real process writes while people enter keys.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class KeysInLogsTests
{
    [Fact]
    public async Task No_line_holds_a_key_taken_or_refused()
    {
        const string good = "AIza-canary-good-0123456789";
        const string bad = "AIza-canary-bad-0123456789";
        await using var gemini = await FakeGemini.StartAsync();
        gemini.Refuse(bad);
        gemini.NextListing(Scripts.Answer(200, "{}"), GeminiErrors.Answer(500, "INTERNAL", good));
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        await using var process = JobTrackerProcess.Start(
            Environments.Production(
                database.ConnectionString,
                ("Gemini__BaseUrl", gemini.Address.AbsoluteUri),
                ("Serilog__MinimumLevel", "Verbose")
            )
        );
        using (var user = await TestUser.RegisterAsync(await process.CreateClientAsync(), "keys@example.org"))
        {
            var statuses = new List<int>();
            foreach (var key in new[] { good, good, bad, "canary" })
            {
                using var answer = await user.Client.PutAsJsonAsync("/api/auth/update-api-keys", new { google_ai_key = key });
                statuses.Add((int)answer.StatusCode);
            }
            Assert.Equal([200, 503, 400, 400], statuses);
        }
        await process.TerminateAsync();
        await process.ExitAsync();
        Assert.Contains("update-api-keys", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", process.Output + process.Errors, StringComparison.OrdinalIgnoreCase);
    }
}
