using JobTracker.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Tests.Data;

/// <summary>What PostgreSQL says about the tables of a database.</summary>
internal sealed class Catalogue
{
    public const string Root = "user_accounts";

    /// <param name="Table">Whose column.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Definition">Type, nullability and collation.</param>
    public sealed record Column(string Table, string Name, string Definition);

    /// <summary>A primary key or a unique index.</summary>
    public sealed record Key(string Table, string Name, string Columns);

    public sealed record ForeignKey(string Table, string Name, string Columns, string Target, string TargetColumns, string OnDelete);

    public required IReadOnlyList<Column> Columns { get; init; }
    public required IReadOnlyList<Key> PrimaryKeys { get; init; }
    public required IReadOnlyList<Key> UniqueIndexes { get; init; }
    public required IReadOnlyList<ForeignKey> ForeignKeys { get; init; }

    public IEnumerable<string> Tables => Columns.Select(column => column.Table).Distinct();

    /// <summary>The tables that hang on the account: what will be distributed by user_id.</summary>
    public IReadOnlySet<string> Owned
    {
        get
        {
            var owned = new HashSet<string>(StringComparer.Ordinal) { Root };
            while (ForeignKeys.Any(key => owned.Contains(key.Target) && owned.Add(key.Table))) { }
            return owned;
        }
    }

    public static async Task<Catalogue> ReadAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        return new Catalogue
        {
            Columns = await RowsAsync(
                source,
                """
                select t.relname, a.attname,
                       format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                           || coalesce(' collate ' || nullif(c.collname, 'default'), '')
                from pg_class t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                left join pg_collation c on c.oid = a.attcollation
                where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
                """,
                row => new Column(row.GetString(0), row.GetString(1), row.GetString(2))
            ),
            PrimaryKeys = await KeysAsync(source, primary: true),
            UniqueIndexes = await KeysAsync(source, primary: false),
            ForeignKeys = await RowsAsync(
                source,
                $"""
                select t.relname, k.conname, {NamesOf("k.conkey", "k.conrelid")}, r.relname, {NamesOf(
                    "k.confkey",
                    "k.confrelid"
                )}, k.confdeltype::text
                from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
                where k.contype = 'f' and t.relnamespace = 'public'::regnamespace
                """,
                row => new ForeignKey(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.GetString(4),
                    row.GetString(5)
                )
            ),
        };
    }

    /// <summary>Names, one for each row of a query.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        return await RowsAsync(source, sql, row => row.GetString(0));
    }

    /// <summary>A context outside of any app.</summary>
    public static JobTrackerDb Open(NpgsqlDataSource source) => new(new DbContextOptionsBuilder<JobTrackerDb>().UseNpgsql(source).Options);

    private static Task<IReadOnlyList<Key>> KeysAsync(NpgsqlDataSource source, bool primary) =>
        RowsAsync(
            source,
            $"""
            select t.relname, i.relname, {NamesOf("x.indkey::smallint[]", "x.indrelid")}
            from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
            where t.relnamespace = 'public'::regnamespace and x.indisunique and x.indisprimary = {(primary ? "true" : "false")}
            """,
            row => new Key(row.GetString(0), row.GetString(1), row.GetString(2))
        );

    private static string NamesOf(string numbers, string table) =>
        $"""
            (select string_agg(a.attname, ' ' order by n.place)
             from unnest({numbers}) with ordinality as n (number, place)
             join pg_attribute a on a.attrelid = {table} and a.attnum = n.number)
            """;

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
