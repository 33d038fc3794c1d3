using LocalPostgres;

namespace JobTracker.Web.Hosting;

/// <summary>The private server of Development, which starts beside everything else; or none, where the settings name a database.</summary>
public sealed class OwnDatabase : IAsyncDisposable
{
    private const string Name = "jobtracker";
    private readonly Task<PostgresServer>? starting;

    private OwnDatabase(Task<PostgresServer>? starting) => this.starting = starting;

    /// <summary>Nothing to start.</summary>
    public static OwnDatabase None => new(null);

    /// <summary>Begins to start the server.</summary>
    public static OwnDatabase Start(ServerOptions options) => new(Task.Run(() => StartAsync(options)));

    /// <summary>Returns when the server takes connections.</summary>
    /// <exception cref="StartupException">It cannot be started.</exception>
    public Task ReadyAsync() => starting ?? Task.CompletedTask;

    /// <summary>How to reach the database; waits for the server.</summary>
    /// <exception cref="StartupException">It cannot be started.</exception>
    public string ConnectionString() => starting!.GetAwaiter().GetResult().ConnectionString(Name);

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        // One that did not start has nothing to stop, and has said why where it was waited for.
        if (starting is not null && await Task.WhenAny(starting) is { IsCompletedSuccessfully: true } started)
            await started.Result.DisposeAsync();
    }

    private static async Task<PostgresServer> StartAsync(ServerOptions options)
    {
        try
        {
            var server = await PostgresServer.StartAsync(options, CancellationToken.None);
            await server.EnsureDatabaseAsync(Name, CancellationToken.None);
            return server;
        }
        catch (LocalPostgresException problem)
        {
            throw new StartupException(problem.Message);
        }
    }
}
