using Npgsql;

namespace JobTracker.Drills.Staging;

/// <summary>pgbouncer with the configuration that the project ships, before a database.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly string file;
    private readonly int port = Ports.Free();
    private readonly NpgsqlConnectionStringBuilder direct;
    private Daemon? daemon;

    /// <param name="folder">Where it finds its files.</param>
    /// <param name="connectionString">The database, past pgbouncer.</param>
    public PgBouncer(string folder, string connectionString)
    {
        direct = new NpgsqlConnectionStringBuilder(connectionString);
        var users = Path.Combine(folder, "userlist.txt");
        file = Path.Combine(folder, "pgbouncer.ini");
        File.WriteAllText(users, $"\"{direct.Username}\" \"{direct.Password}\"\n");
        File.WriteAllText(
            file,
            $"""
            %include {Path.Combine(folder, "shipped.ini")}
            [databases]
            {direct.Database} = host={direct.Host} port={direct.Port} dbname={direct.Database}
            [pgbouncer]
            listen_port = {port}
            auth_file = {users}
            unix_socket_dir =
            """
        );
        // A copy: pgbouncer runs as a user without rights, who may not look into every home.
        File.Copy(Path.Combine(Folders.Root, "deploy", "pgbouncer", "pgbouncer.ini"), Path.Combine(folder, "shipped.ini"), overwrite: true);
    }

    /// <summary>As docs/operations.md has it: no reset when a connection goes back to the pool, and nothing prepared.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(direct.ConnectionString)
        {
            Port = port,
            NoResetOnClose = true,
            MaxAutoPrepare = 0,
        }.ConnectionString;

    public async Task StartAsync(CancellationToken cancel)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        daemon = new Daemon(Tool.PgBouncer.Path!, [.. user, file], []);
        await daemon.UntilAsync(() => AnswersAsync(cancel), cancel);
    }

    public async Task KillAsync()
    {
        await daemon!.DisposeAsync();
        daemon = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (daemon is not null)
            await daemon.DisposeAsync();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
