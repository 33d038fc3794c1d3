using Npgsql;

namespace LocalPostgres;

/// <summary>
/// A private PostgreSQL server for development and tests: on 127.0.0.1 only, with a password of its own, in a folder of its own.
/// It stops when disposed of. After a process was killed, the next one that starts it finds the data as they were.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly ServerOptions options;
    private readonly Place place;
    private readonly FolderLock claim;
    private readonly string password;
    private int disposed;

    private PostgresServer(ServerOptions options, Place place, FolderLock claim, string password, int port)
    {
        this.options = options;
        this.place = place;
        this.claim = claim;
        this.password = password;
        Port = port;
    }

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The main process, for drills that kill it; null once it has stopped.</summary>
    public int? ProcessId => PostmasterFile.Read(place.Cluster.Path)?.ProcessId;

    /// <summary>Starts the server, and makes its cluster first where there is none. Returns when it takes connections.</summary>
    /// <exception cref="LocalPostgresException">It cannot start, and the message says what to do.</exception>
    public static async Task<PostgresServer> StartAsync(ServerOptions options, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        try
        {
            Cluster.MakeFolder(folder);
            var taken = FolderLock.Take(options, folder);
            try
            {
                return await StartAsync(options, await Place.ChooseAsync(options, folder, cancel), taken, cancel);
            }
            catch
            {
                taken.Release(delete: options.RemoveDataOnStop);
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException(
                $"The data folder {folder} cannot be used ({e.Message}): give this user the right to write there{options.OrAnotherFolder}.",
                e
            );
        }
    }

    /// <summary>How to reach a database of this server, as its superuser.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = Cluster.User,
            Password = password,
            Database = database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>Makes a database unless it is there.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var find = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        find.Parameters.AddWithValue(database);
        if (await find.ExecuteScalarAsync(cancel) is null)
        {
            await using var create = source.CreateCommand(
                $"CREATE DATABASE \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            );
            await create.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Stops the server, and deletes its folder if that was asked for. A server that was killed meanwhile is no error.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        try
        {
            await new Shutdown(place).RunAsync(CancellationToken.None);
        }
        finally
        {
            claim.Release(delete: options.RemoveDataOnStop);
        }
    }

    private static async Task<PostgresServer> StartAsync(ServerOptions options, Place place, FolderLock claim, CancellationToken cancel)
    {
        var shutdown = new Shutdown(place);
        await shutdown.RunAsync(cancel);
        var secret = await place.Cluster.PrepareAsync(place.Binaries, place.Account, options, cancel);
        try
        {
            var port = await new Startup(place, options).RunAsync(cancel);
            var server = new PostgresServer(options, place, claim, secret, port);
            await server.TryPasswordAsync(cancel);
            return server;
        }
        catch
        {
            await shutdown.RunAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task TryPasswordAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
            await connection.OpenAsync(cancel);
        }
        catch (NpgsqlException e)
        {
            throw new LocalPostgresException(
                $"The PostgreSQL in {place.Cluster.Folder} does not let us in ({e.Message}): delete the folder to begin anew{options.OrAnotherFolder}.",
                e
            );
        }
    }
}
