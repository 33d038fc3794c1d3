using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Tests.Web.Limits;

/// <summary>One person with very many requests at once.</summary>
public sealed class CrowdTests
{
    /// <summary>Twenty run, a hundred wait.</summary>
    private const int Served = 120;

    [Fact]
    public async Task A_burst_is_served_in_turn_what_is_too_much_is_refused_and_others_do_not_notice()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var greedy = await app.RegisterAsync();
        using var other = await app.RegisterAsync();
        Task<HttpResponseMessage>[] burst;
        await using (var source = NpgsqlDataSource.Create(app.ConnectionString))
        await using (var connection = await source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            // Whoever deletes the application waits here, and keeps a place meanwhile.
            var row = await greedy.AddAsync();
            await using var hold = new NpgsqlCommand("select 1 from applications where user_id = $1 for update", connection, transaction);
            hold.Parameters.AddWithValue(greedy.Id);
            await hold.ExecuteNonQueryAsync();
            burst = [.. Enumerable.Range(0, Served + 1).Select(_ => greedy.SendAsync(HttpMethod.Delete, $"/api/applications/{row["id"]}"))];

            using var refused = await await Task.WhenAny(burst);
            await refused.ProblemAsync(429, "rate_limited");
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
            await other.GetAsync("/api/applications");
        }
        var statuses = (await Task.WhenAll(burst)).Select(answer => (int)answer.StatusCode).Order().ToArray();
        Assert.Equal([204, .. Enumerable.Repeat(404, Served - 1), 429], statuses);
    }
}
