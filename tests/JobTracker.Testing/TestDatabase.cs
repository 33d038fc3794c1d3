using System.Collections.Concurrent;
using Npgsql;

namespace JobTracker.Testing;

/// <summary>
/// A database of a test's own: a copy of a template that was prepared once in this process, which takes a tenth of a second.
/// Dispose of the app that uses it first.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new(StringComparer.Ordinal);

    private readonly TestCluster cluster;
    private readonly string name;

    private TestDatabase(TestCluster cluster, string name)
    {
        this.cluster = cluster;
        this.name = name;
        ConnectionString = cluster.ConnectionString(name);
    }

    /// <summary>How to reach it, as superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a copy of the template of this name; the first call for a name prepares it.</summary>
    /// <param name="template">Lower-case letters, digits and underscores.</param>
    /// <param name="prepare">Fills an empty database, given its connection string.</param>
    public static async Task<TestDatabase> CreateAsync(string template, Func<string, Task> prepare)
    {
        var shared = await TestCluster.GetAsync();
        await Templates.GetOrAdd(template, _ => new Lazy<Task>(() => PrepareAsync(shared, NameOf(template), prepare))).Value;
        var copy = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync(shared, $"CREATE DATABASE {copy} TEMPLATE {NameOf(template)} STRATEGY FILE_COPY");
        return new TestDatabase(shared, copy);
    }

    /// <summary>An empty database.</summary>
    public static Task<TestDatabase> CreateEmptyAsync() => CreateAsync("empty", _ => Task.CompletedTask);

    /// <summary>Drops it, whoever still uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync(cluster, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static string NameOf(string template) => $"template_{template}";

    private static async Task PrepareAsync(TestCluster cluster, string name, Func<string, Task> prepare)
    {
        await ExecuteAsync(cluster, $"CREATE DATABASE {name}");
        await prepare(cluster.ConnectionString(name) + ";Pooling=false");
        // A template that anybody is connected to cannot be copied.
        await ExecuteAsync(cluster, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync(cluster, $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task ExecuteAsync(TestCluster cluster, string sql)
    {
        await using var command = cluster.Administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
