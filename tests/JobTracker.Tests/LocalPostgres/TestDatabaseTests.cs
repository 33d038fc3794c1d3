using JobTracker.Testing;
using Npgsql;
using Xunit;

namespace JobTracker.Tests.LocalPostgres;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task A_template_is_prepared_once_and_its_copies_are_apart()
    {
        var prepared = 0;
        async Task Prepare(string connectionString)
        {
            Interlocked.Increment(ref prepared);
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var command = source.CreateCommand("CREATE TABLE words (word text); INSERT INTO words VALUES ('first')");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var one = await TestDatabase.CreateAsync("words", Prepare);
        await using var two = await TestDatabase.CreateAsync("words", Prepare);
        await using var inOne = NpgsqlDataSource.Create(one.ConnectionString);
        await using var inTwo = NpgsqlDataSource.Create(two.ConnectionString);
        await using var delete = inOne.CreateCommand("DELETE FROM words");
        await delete.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var count = inTwo.CreateCommand("SELECT count(*) FROM words");
        Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, prepared);
    }
}
