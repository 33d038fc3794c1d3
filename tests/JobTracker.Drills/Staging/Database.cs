using System.Diagnostics;
using JobTracker.Testing;
using LocalPostgres;
using Npgsql;

namespace JobTracker.Drills.Staging;

/// <summary>A PostgreSQL that keeps its word (fsync and all), on a port that stays its own, to be killed, frozen and stopped.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string Template = "drill_template";
    private readonly ServerOptions options;
    private PostgresServer server;
    private bool frozen;
    private int copies;

    private Database(ServerOptions options, PostgresServer server)
    {
        this.options = options;
        this.server = server;
    }

    /// <summary>Makes a cluster below the folder, and in it one migrated database for the others to be copied from.</summary>
    public static async Task<Database> StartAsync(string folder, CancellationToken cancel)
    {
        var chosen = new ServerOptions
        {
            DataFolder = Path.Combine(folder, "postgres"),
            Port = Ports.Free(),
            MaxConnections = 200,
            BinariesFolder = Environment.GetEnvironmentVariable(TestCluster.BinariesSetting),
            BinariesSetting = TestCluster.BinariesSetting,
            DataSetting = "TMPDIR",
        };
        var database = new Database(chosen, await PostgresServer.StartAsync(chosen, cancel));
        try
        {
            await database.ExecuteAsync("postgres", $"create database {Template}");
            await JobTrackerApp.MigrateAsync(database.ConnectionString(Template) + ";Pooling=false");
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string name) => server.ConnectionString(name);

    /// <summary>Whether its main process is there.</summary>
    public bool Runs => server.ProcessId is { } main && Directory.Exists($"/proc/{main}");

    /// <summary>A new, migrated, empty database.</summary>
    public async Task<string> CreateAsync()
    {
        var name = $"drill_{Interlocked.Increment(ref copies)}";
        await ExecuteAsync("postgres", $"create database {name} template {Template}");
        return name;
    }

    public Task DropAsync(string name) => ExecuteAsync("postgres", $"drop database if exists {name} with (force)");

    /// <summary>kill -9, the main process and all its children at once.</summary>
    public Task KillAsync() => Signals.SendAsync("KILL", Family());

    /// <summary>A shut-down in order: sessions are ended, everything is written.</summary>
    public async Task StopAsync() => await server.DisposeAsync();

    /// <summary>After a kill, a stop, or when it ended by itself.</summary>
    public async Task StartAgainAsync(CancellationToken cancel)
    {
        await server.DisposeAsync();
        server = await PostgresServer.StartAsync(options, cancel);
    }

    /// <summary>SIGSTOP: connections stay open, and nobody answers.</summary>
    public Task FreezeAsync()
    {
        frozen = true;
        return Signals.SendAsync("STOP", Family());
    }

    public async Task ThawAsync()
    {
        // Children first: a main process that wakes before them may take them for dead.
        await Signals.SendAsync("CONT", [.. Family().Reverse()]);
        frozen = false;
    }

    /// <summary>Puts the write-ahead log into another folder, as operators do who give it a disk of its own.</summary>
    public async Task MoveWalAsync(string folder, CancellationToken cancel)
    {
        var (from, to) = (Path.Combine(options.DataFolder, "cluster", "pg_wal"), Path.Combine(folder, "wal"));
        await StopAsync();
        // With its owner, who is not us when we are root.
        using (var copy = Process.Start("cp", ["--archive", from, to]))
            await copy.WaitForExitAsync(cancel);
        Directory.Delete(from, recursive: true);
        Directory.CreateSymbolicLink(from, to);
        await StartAgainAsync(cancel);
    }

    /// <summary>Runs one statement past the app.</summary>
    public async Task ExecuteAsync(string name, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(name) + ";Pooling=false;Command Timeout=60");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> ReadAsync<T>(string name, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(name) + ";Pooling=false;Command Timeout=60");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (frozen)
            await ThawAsync();
        await server.DisposeAsync();
        await Leftovers.RemoveAsync(options, CancellationToken.None);
    }

    private IReadOnlyList<int> Family() => server.ProcessId is { } main ? ProcessFamily.Of(main) : [];
}
