using LocalPostgres;
using Npgsql;

namespace JobTracker.Testing;

/// <summary>
/// The one throw-away PostgreSQL of a test process: started when the first test needs it, removed when the process ends.
/// What a killed process left behind, its server included, the next one removes.
/// </summary>
public sealed class TestCluster
{
    /// <summary>Environment variable: a folder of PostgreSQL's programs to test with, instead of the one that would be found.</summary>
    public const string BinariesSetting = "TEST_POSTGRES_BINARIES";

    private const string FolderPrefix = "jobtracker-test-";

    private static readonly Lazy<Task<TestCluster>> Shared = new(StartAsync);

    private readonly PostgresServer server;

    private TestCluster(PostgresServer server, string folder)
    {
        this.server = server;
        Folder = folder;
        Administration = NpgsqlDataSource.Create(server.ConnectionString("postgres") + ";Maximum Pool Size=8");
    }

    /// <summary>Removed with everything in it at the end of the run, or by the next one.</summary>
    public string Folder { get; }

    /// <summary>The server's main process.</summary>
    public int? ProcessId => server.ProcessId;

    /// <summary>Connections that make and drop databases.</summary>
    internal NpgsqlDataSource Administration { get; }

    /// <summary>The process's cluster.</summary>
    public static Task<TestCluster> GetAsync() => Shared.Value;

    /// <summary>How to reach one of its databases, as superuser.</summary>
    public string ConnectionString(string database) => server.ConnectionString(database);

    private static async Task<TestCluster> StartAsync()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            await RemoveLeftoverAsync(left);
        }

        var folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Guid.CreateVersion7():N}");
        var started = await PostgresServer.StartAsync(OptionsFor(folder), CancellationToken.None);
        // No test framework's hook: drills and benchmarks, which are plain programs, use the cluster too.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => started.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new TestCluster(started, folder);
    }

    private static async Task RemoveLeftoverAsync(string folder)
    {
        try
        {
            await Leftovers.RemoveAsync(OptionsFor(folder), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LocalPostgresException)
        {
            // Another user's, or being removed by another test process at this moment: not ours to worry about.
        }
    }

    private static ServerOptions OptionsFor(string folder) =>
        new()
        {
            DataFolder = folder,
            BinariesFolder = Environment.GetEnvironmentVariable(BinariesSetting),
            BinariesSetting = BinariesSetting,
            DataSetting = "TMPDIR",
            Durable = false,
            MaxConnections = 400,
            RemoveDataOnStop = true,
        };
}
