using System.Diagnostics;
using System.Globalization;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Speed;

/// <summary>From the start of the process to its first answer, on a migrated database, and what it holds when nobody asks anything.</summary>
internal static class StartUp
{
    public static async Task MeasureAsync(int rounds)
    {
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        var times = new List<TimeSpan>();
        var sizes = new List<long>();
        for (var round = 0; round < rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await using var process = JobTrackerProcess.Start(House.Settings(database.ConnectionString));
            using var client = await process.CreateClientAsync();
            times.Add(Stopwatch.GetElapsedTime(begun));
            using var page = await client.GetAsync(new Uri("/", UriKind.Relative));
            page.EnsureSuccessStatusCode();
            sizes.Add(process.Size);
        }
        Table.Begin("start to the first answer, ms");
        Table.Row("on a migrated database (at most 800)", times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nHeld after the first page (at most 120): {sizes.Order().ElementAt(sizes.Count / 2) / 1e6:0} MB."
            )
        );
    }
}
