using JobTracker.Benchmarks.Houses;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Load;

/// <summary>What one request costs the processors.</summary>
/// <param name="App">In the app's process.</param>
/// <param name="Database">In all of PostgreSQL's.</param>
/// <param name="Requests">How many it was found by.</param>
internal sealed record Expense(TimeSpan App, TimeSpan Database, long Requests)
{
    // Enough to keep the processors busy, and few enough that those which are still open at the end do not weigh.
    private const int Connections = 4;

    public TimeSpan Total => App + Database;

    /// <summary>Nobody else may use the database meanwhile.</summary>
    public static async Task<Expense> OfAsync(House house, Work work, TimeSpan time)
    {
        var server = (await TestCluster.GetAsync()).ProcessId ?? throw new InvalidOperationException("PostgreSQL has stopped.");
        var (app, database) = (house.App.ProcessorTime, ProcessFamily.ProcessorTime(server));
        var requests = (await Wrk.RunAsync(house.Site, work, time, Connections)).Requests;
        return new Expense(
            (house.App.ProcessorTime - app) / requests,
            (ProcessFamily.ProcessorTime(server) - database) / requests,
            requests
        );
    }
}
