using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using Npgsql;

namespace JobTracker.Tests.Data;

/// <summary>
/// The script that spreads the tables over a Citus cluster, against PostgreSQL alone: in place of the extension's function stands one that asks
/// what the extension demands of a table, and writes down what it was called with.
/// </summary>
public sealed class DistributeScriptTests : IAsyncLifetime
{
    private const string Extension = """
        create schema noted;
        create table noted.calls (place int generated always as identity, name text, key text, beside text);
        create function create_distributed_table(it regclass, key text, colocate_with text) returns void language plpgsql as $$
        begin
            if exists (select from pg_constraint where contype = 'f' and it in (conrelid, confrelid)) then
                raise exception '% still has a foreign key', it;
            end if;
            if exists (
                select from pg_index x where x.indrelid = it and x.indisunique and not exists (
                    select from pg_attribute a where a.attrelid = it and a.attnum = any(x.indkey) and a.attname = key
                )
            ) then
                raise exception '% is unique without %', it, key;
            end if;
            insert into noted.calls (name, key, beside) values (it::text, key, colocate_with);
        end $$
        """;

    private TestDatabase database = null!;
    private Catalogue before = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        before = await Catalogue.ReadAsync(database.ConnectionString);
        await RunAsync(Extension);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task It_spreads_every_owned_table_and_no_other_beside_the_account()
    {
        await RunAsync(await ScriptAsync());
        var calls = await Catalogue.NamesAsync(database.ConnectionString, "select name || ' ' || beside from noted.calls order by place");
        Assert.Equal($"{Catalogue.Root} none", calls[0]);
        Assert.Equal(
            before.Owned.Where(table => table != Catalogue.Root).Select(table => $"{table} {Catalogue.Root}").Order(StringComparer.Ordinal),
            calls.Skip(1).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task All_foreign_keys_are_there_again_afterwards()
    {
        await RunAsync(await ScriptAsync());
        var after = await Catalogue.ReadAsync(database.ConnectionString);
        Assert.Equal(before.ForeignKeys.Order(Names), after.ForeignKeys.Order(Names));
    }

    [Fact]
    public async Task When_a_table_cannot_be_spread_nothing_has_changed()
    {
        await RunAsync("create unique index broken on writing_notes (title)");
        await Assert.ThrowsAsync<PostgresException>(async () => await RunAsync(await ScriptAsync()));
        var after = await Catalogue.ReadAsync(database.ConnectionString);
        Assert.Equal(before.ForeignKeys.Order(Names), after.ForeignKeys.Order(Names));
        Assert.Empty(await Catalogue.NamesAsync(database.ConnectionString, "select name from noted.calls"));
    }

    private static Comparer<Catalogue.ForeignKey> Names { get; } =
        Comparer<Catalogue.ForeignKey>.Create(
            (one, other) => string.CompareOrdinal($"{one.Table}.{one.Name}", $"{other.Table}.{other.Name}")
        );

    private static Task<string> ScriptAsync() => File.ReadAllTextAsync(Path.Combine(Sources.Root, "deploy", "citus", "distribute.sql"));

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
