using JobTracker.Testing;
using LocalPostgres;
using Npgsql;

namespace JobTracker.Tests.LocalPostgres;

/// <summary>
/// A data folder of one test. Its path has a space, as a user's may. It lies within the test cluster's folder, so that what a
/// killed run leaves behind goes with that.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private ScratchFolder(string path) => Path = path;

    public string Path { get; }

    public ServerOptions Options =>
        new()
        {
            DataFolder = Path,
            DataSetting = "MY_DATA",
            BinariesFolder = Environment.GetEnvironmentVariable(TestCluster.BinariesSetting),
            Durable = false,
            MaxConnections = 20,
        };

    /// <summary>PostgreSQL's own folder.</summary>
    public string Cluster => System.IO.Path.Combine(Path, "cluster");

    public static async Task<ScratchFolder> CreateAsync() =>
        new(System.IO.Path.Combine((await TestCluster.GetAsync()).Folder, $"scratch {Guid.CreateVersion7():N}"));

    public Task<PostgresServer> StartAsync() => PostgresServer.StartAsync(Options, CancellationToken.None);

    /// <summary>Starts a server that nobody owns: what is left when the app that started it is killed.</summary>
    public async Task<int> StartAbandonedAsync()
    {
        FolderLock.Take(Options, Path).Dispose();
        var place = await Place.ChooseAsync(Options, Path, CancellationToken.None);
        await place.Cluster.PrepareAsync(place.Binaries, place.Account, Options, CancellationToken.None);
        await new Startup(place, Options).RunAsync(CancellationToken.None);
        return PostmasterFile.Read(Cluster)!.ProcessId;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    public static async Task<object?> QueryAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
