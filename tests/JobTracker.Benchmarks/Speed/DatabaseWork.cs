using System.Diagnostics;
using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;
using JobTracker.Web.Hosting;
using Npgsql;

namespace JobTracker.Benchmarks.Speed;

/// <summary>A statement by itself, over as many connections as the load has: what the database can do at most.</summary>
/// <param name="prepareAsync">Makes the statement for one person; prepared already, it is only bound anew.</param>
internal sealed class DatabaseWork(Func<NpgsqlConnection, Guid, CancellationToken, Task<NpgsqlCommand>> prepareAsync)
{
    /// <summary>How many a second.</summary>
    public async Task<double> RunAsync(House house, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(DatabaseUrl.ToConnectionString(house.ConnectionString));
        var begun = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, Wrk.Connections).Select(_ => Task.Run(WorkAsync)));
        return done.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;

        async Task<long> WorkAsync()
        {
            await using var connection = await source.OpenConnectionAsync();
            var times = 0L;
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var person = house.Visitors[Random.Shared.Next(house.Visitors.Count)].Id;
                await using var command = await prepareAsync(connection, person, CancellationToken.None);
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync()) { }
                times++;
            }
            return times;
        }
    }
}
