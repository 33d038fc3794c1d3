using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Tests.Data;

/// <summary>EF's model against the SQL migrations. Indexes, checks and defaults are the SQL's own business.</summary>
public sealed class SchemaParityTests : IAsyncLifetime
{
    /// <summary>Tables that are read and written without EF.</summary>
    private static readonly string[] OutsideTheModel = ["__EFMigrationsHistory", "data_protection_keys"];

    private TestDatabase? migrated;
    private TestDatabase? modelled;
    private Catalogue? sql;
    private Catalogue? model;

    public async ValueTask InitializeAsync()
    {
        migrated = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        modelled = await TestDatabase.CreateAsync("model", CreateFromModelAsync);
        sql = await Catalogue.ReadAsync(migrated.ConnectionString);
        model = await Catalogue.ReadAsync(modelled.ConnectionString);
    }

    [Fact]
    public void Every_table_is_in_both() => AssertSame(model!.Tables.Concat(OutsideTheModel), sql!.Tables);

    [Fact]
    public void Every_column_has_the_same_type_nullability_and_collation() =>
        AssertSame(model!.Columns, sql!.Columns.Where(column => !OutsideTheModel.Contains(column.Table)));

    [Fact]
    public void Every_primary_key_has_the_same_columns_in_the_same_order() =>
        AssertSame(
            model!.PrimaryKeys.Select(key => (key.Table, key.Columns)),
            sql!.PrimaryKeys.Where(key => !OutsideTheModel.Contains(key.Table)).Select(key => (key.Table, key.Columns))
        );

    [Fact]
    public void Every_foreign_key_has_the_same_columns_and_does_the_same_on_delete() =>
        AssertSame(model!.ForeignKeys.Select(key => key with { Name = "" }), sql!.ForeignKeys.Select(key => key with { Name = "" }));

    public async ValueTask DisposeAsync()
    {
        await migrated!.DisposeAsync();
        await modelled!.DisposeAsync();
    }

    private static async Task CreateFromModelAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var db = Catalogue.Open(source);
        await using var command = source.CreateCommand(db.Database.GenerateCreateScript());
        await command.ExecuteNonQueryAsync();
    }

    private static void AssertSame<T>(IEnumerable<T> inModel, IEnumerable<T> inSql) =>
        Assert.Equal(
            inModel.Select(it => $"{it}").Order(StringComparer.Ordinal),
            inSql.Select(it => $"{it}").Order(StringComparer.Ordinal)
        );
}
