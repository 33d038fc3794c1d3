using JobTracker.Data;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Tests.Data;

/// <summary>What lets the owned tables be distributed by user_id one day, asked of the migrated database.</summary>
public sealed class DistributionTests : IAsyncLifetime
{
    /// <summary>A shard's number is put behind a name, and PostgreSQL cuts names at 63 bytes.</summary>
    private const int LongestName = 54;

    private TestDatabase? database;
    private Catalogue? tables;

    private Catalogue Tables => tables!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        tables = await Catalogue.ReadAsync(database.ConnectionString);
    }

    public ValueTask DisposeAsync() => database!.DisposeAsync();

    [Fact]
    public void Every_table_with_a_user_id_hangs_on_the_account_or_on_Identitys_user()
    {
        var identity = Tables.ForeignKeys.Where(key => key.Target == "users").Select(key => key.Table);
        Assert.Equal(
            Tables.Columns.Where(column => column.Name == "user_id").Select(column => column.Table).Order(StringComparer.Ordinal),
            Tables.Owned.Union(identity).Order(StringComparer.Ordinal)
        );
        Assert.Empty(Tables.Owned.Intersect(identity));
    }

    [Fact]
    public async Task Every_owned_table_is_an_owned_type_of_the_model_and_the_other_way_round()
    {
        await using var source = NpgsqlDataSource.Create(database!.ConnectionString);
        await using var db = Catalogue.Open(source);
        var owned = db
            .Model.GetEntityTypes()
            .Where(type => typeof(IOwned).IsAssignableFrom(type.ClrType) && type.GetViewName() is null)
            .Select(type => type.GetTableName());
        Assert.Equal(Tables.Owned.Order(StringComparer.Ordinal), owned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_primary_key_of_an_owned_table_begins_with_user_id() =>
        Assert.All(
            Tables.Owned,
            table =>
                Assert.StartsWith("user_id", Assert.Single(Tables.PrimaryKeys, key => key.Table == table).Columns, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_unique_index_of_an_owned_table_begins_with_user_id() =>
        Assert.All(
            Tables.UniqueIndexes.Where(index => Tables.Owned.Contains(index.Table)),
            index => Assert.StartsWith("user_id", index.Columns, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_foreign_key_between_owned_tables_carries_user_id_and_sets_nothing_null() =>
        Assert.All(
            Tables.ForeignKeys.Where(key => Tables.Owned.Contains(key.Table)),
            key =>
            {
                Assert.StartsWith("user_id", key.Columns, StringComparison.Ordinal);
                Assert.StartsWith("user_id", key.TargetColumns, StringComparison.Ordinal);
                Assert.Contains(key.OnDelete, new[] { "a", "c" });
            }
        );

    [Fact]
    public void Everything_owned_goes_with_its_account() =>
        Assert.All(
            Tables.Owned.Where(table => table != Catalogue.Root),
            table => Assert.Contains(Tables.ForeignKeys, key => key.Table == table && key.Target == Catalogue.Root && key.OnDelete == "c")
        );

    [Fact]
    public void No_foreign_key_joins_the_owned_tables_and_the_others() =>
        Assert.DoesNotContain(Tables.ForeignKeys, key => Tables.Owned.Contains(key.Table) != Tables.Owned.Contains(key.Target));

    [Fact]
    public async Task There_is_no_trigger() => Assert.Empty(await NamesAsync("select tgname from pg_trigger where not tgisinternal"));

    [Fact]
    public async Task No_owned_table_has_a_sequence_or_an_identity_column() =>
        Assert.DoesNotContain(
            await NamesAsync(
                """
                select t.relname from pg_class t join pg_attribute a on a.attrelid = t.oid
                left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
                where t.relnamespace = 'public'::regnamespace
                  and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval%')
                """
            ),
            Tables.Owned.Contains
        );

    [Fact]
    public async Task Names_leave_room_for_a_shards_number() =>
        Assert.Empty(
            await NamesAsync(
                $"""
                select name from (
                    select conname as name, conrelid as owner from pg_constraint
                    union all select c.relname, x.indrelid from pg_index x join pg_class c on c.oid = x.indexrelid
                    union all select relname, oid from pg_class where relkind in ('r', 'p')
                ) as named join pg_class t on t.oid = named.owner
                where t.relnamespace = 'public'::regnamespace and octet_length(name) > {LongestName}
                """
            )
        );

    private Task<IReadOnlyList<string>> NamesAsync(string sql) => Catalogue.NamesAsync(database!.ConnectionString, sql);
}
