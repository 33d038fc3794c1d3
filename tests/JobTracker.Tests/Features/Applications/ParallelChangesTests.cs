using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Tests.Features.Applications;

public sealed class ParallelChangesTests(SharedApp shared)
{
    [Fact]
    public async Task After_changes_at_once_the_status_is_that_of_the_newest_and_none_is_lost()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        string[] statuses = ["applied", "screening", "interview", "offer", "rejected"];
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n =>
                    (n % 4) switch
                    {
                        0 => user.SendAsync(HttpMethod.Patch, path, new { status = statuses[n % 5] }),
                        1 => user.SendAsync(HttpMethod.Patch, path, new { salary = $"{n}" }),
                        2 => user.SendAsync(
                            HttpMethod.Post,
                            $"{path}/status",
                            new { status = statuses[n % 5], occurred_on = $"2099-01-{n:00}" }
                        ),
                        _ => user.SendAsync(HttpMethod.Post, $"{path}/status", new { status = statuses[n % 5] }),
                    }
                )
        );
        // Which one is refused for repeating its neighbour depends on their order.
        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 200, 400 }));
        var row = await user.GetAsync(path);
        var history = await user.ItemsAsync($"{path}/history");
        Assert.Equal(history[^1].Text("to_status"), row.Text("status"));
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.First.Text("to_status"), pair.Second.Text("from_status")));
        Assert.Contains(row.Text("salary"), new[] { "1", "5", "9", "13", "17" });
    }

    [Fact]
    public async Task Deleting_and_restoring_at_once_keeps_the_count_equal_to_the_rows()
    {
        using var user = await shared.App.RegisterAsync();
        var ids = new List<string>();
        for (var row = 0; row < 3; row++)
            ids.Add((await user.AddAsync()).Text("id")!);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 48)
                .Select(n =>
                {
                    var path = $"/api/applications/{ids[n % 3]}";
                    return (n / 3 % 4) switch
                    {
                        0 or 2 => user.SendAsync(HttpMethod.Delete, path),
                        1 => user.SendAsync(HttpMethod.Post, $"{path}/restore"),
                        _ => user.SendAsync(HttpMethod.Patch, path, new { salary = $"{n}" }),
                    };
                })
        );
        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 200, 204, 404 }));
        var live = await user.ItemsAsync("/api/applications");
        Assert.Equal(live.Count, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
        Assert.Equal(3 - live.Count, (await user.ItemsAsync("/api/applications/deleted")).Count);
    }

    [Fact]
    public async Task Deleting_waits_for_a_restoring_that_is_not_done_although_no_place_seems_to_be_used()
    {
        using var user = await shared.App.RegisterAsync();
        var id = (await user.AddAsync()).Text("id")!;
        using var deleted = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{id}");
        await using var connection = new NpgsqlConnection(shared.App.ConnectionString);
        await connection.OpenAsync();
        await using var restoring = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            update user_accounts set applications_used = 1 where user_id = @user;
            update applications set deleted_at = null where user_id = @user
            """;
        command.Parameters.AddWithValue("user", user.Id);
        await command.ExecuteNonQueryAsync();

        var deleting = user.SendAsync(HttpMethod.Delete, $"/api/applications/{id}");
        while (!deleting.IsCompleted && !await SomebodyWaitsAsync())
            await Task.Yield();
        await restoring.CommitAsync();
        using var answer = await deleting;
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal(0, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    private async Task<bool> SomebodyWaitsAsync() =>
        await shared.App.ReadAsync(db =>
            db.Database.SqlQuery<bool>(
                    $"""select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as "Value" """
                )
                .SingleAsync()
        );

    [Fact]
    public async Task A_row_that_is_deleted_while_it_is_edited_is_edited_before_or_not_there()
    {
        using var user = await shared.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        var edits = Enumerable
            .Range(0, 10)
            .Select(n => user.SendAsync(HttpMethod.Patch, path, new { status = n % 2 == 0 ? "applied" : "draft" }));
        var deletes = Enumerable.Range(0, 4).Select(_ => user.SendAsync(HttpMethod.Delete, path));
        var answers = await Task.WhenAll([.. edits, .. deletes]);
        Assert.Single(answers, answer => (int)answer.StatusCode == 204);
        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 200, 204, 404 }));
        var used = await shared.App.ReadAsync(db =>
            db.Accounts.Where(row => row.UserId == user.Id).Select(row => row.ApplicationsUsed).SingleAsync()
        );
        Assert.Equal(0, used);
    }
}
