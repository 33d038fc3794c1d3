using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Tests.Attacks;

/// <summary>A checksum of each table, to see whether anything was written, and where.</summary>
public sealed class Tables
{
    private readonly SortedDictionary<string, string> sums = new(StringComparer.Ordinal);

    private Tables() { }

    /// <summary>Every row.</summary>
    public static Task<Tables> ReadAsync(JobTrackerApp app) => ReadAsync(app, "true", "true", "true");

    /// <summary>One person's rows.</summary>
    public static Task<Tables> OfAsync(JobTrackerApp app, Guid owner) => ReadAsync(app, $"user_id = '{owner}'", $"id = '{owner}'", "false");

    /// <summary>The names of the tables that are not the same.</summary>
    public IReadOnlyList<string> ChangedSince(Tables before) => [.. sums.Keys.Where(table => sums[table] != before.sums[table])];

    /// <summary>Fails when a table is not the same.</summary>
    public void AssertUnchangedSince(Tables before, string by) =>
        Assert.True(ChangedSince(before) is [], $"{by} changed {string.Join(", ", ChangedSince(before))}.");

    private static async Task<Tables> ReadAsync(JobTrackerApp app, string owned, string users, string others)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var list = new NpgsqlCommand(
            """
            select t.relname::text, exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'user_id')
            from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
            """,
            connection
        );
        var queries = new List<string>();
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync())
            {
                var table = reader.GetString(0);
                var condition =
                    reader.GetBoolean(1) ? owned
                    : table == "users" ? users
                    : others;
                queries.Add(
                    $"select '{table}', coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') from \"{table}\" t where {condition}"
                );
            }
        var tables = new Tables();
        await using var sum = new NpgsqlCommand(string.Join(" union all ", queries), connection);
        await using var rows = await sum.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            tables.sums[rows.GetString(0)] = rows.GetString(1);
        return tables;
    }
}
