using System.Net.Http.Json;
using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Tests.Web;

/// <summary>What the database undoes for another's sake, or loses on the way, is done again.</summary>
public sealed class OnceMoreTests : IAsyncLifetime
{
    private JobTrackerApp app = null!;
    private NpgsqlDataSource source = null!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        source = NpgsqlDataSource.Create(app.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_request_that_a_deadlock_undid_is_answered_as_if_nothing_had_been()
    {
        using var user = await app.RegisterAsync();
        var id = (await user.AddAsync())["id"]!.GetValue<Guid>();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // So that the request is the one that is undone.
        await RunAsync(connection, "set local deadlock_timeout = '1min'");
        await RunAsync(connection, $"select 1 from applications where user_id = '{user.Id}' and id = '{id}' for update");
        var delete = user.SendAsync(HttpMethod.Delete, $"/api/applications/{id}");
        await UntilSomebodyWaitsAsync();

        // The request has the account and waits for the application. Getting the account means that the request was undone.
        await RunAsync(connection, $"select 1 from user_accounts where user_id = '{user.Id}' for update");
        await transaction.CommitAsync();

        using var answer = await delete;
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_lines_broke_reading_and_writing_with_a_key_go_on_and_nothing_is_there_twice(bool write)
    {
        using var user = await app.RegisterAsync();
        await user.GetAsync("/api/applications");
        await ScalarAsync(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
            """
        );

        if (write)
        {
            user.Client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
            using var answer = await user.Client.PostAsJsonAsync("/api/applications", new { company = "A", position = "B" });
            await answer.ReadAsync(201);
        }
        Assert.Equal(write ? 1 : 0, (await user.ItemsAsync("/api/applications")).Count);
    }

    private async Task UntilSomebodyWaitsAsync()
    {
        while (
            await ScalarAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") is 0L
        )
            await Task.Yield();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
