using JobTracker.Testing;
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
        // Databases first, and the rest at the end of the other section, where the last line holds.
        var shipped = File.ReadAllText(Path.Combine(ProjectFolder.Root, "deploy", "pgbouncer", "pgbouncer.ini"));
        var database = $"{direct.Database} = host={direct.Host} port={direct.Port} dbname={direct.Database}";
        File.WriteAllText(
            file,
            $"""
            {shipped.Replace("[databases]", $"[databases]\n{database}", StringComparison.Ordinal)}
            listen_port = {port}
            auth_file = {users}
            unix_socket_dir =
            """
        );
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
