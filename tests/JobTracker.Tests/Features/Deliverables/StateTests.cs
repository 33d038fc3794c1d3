using System.Text.Json.Nodes;
using JobTracker.Features.Deliverables;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JobTracker.Tests.Features.Deliverables;

/// <summary>State and completion cannot disagree.</summary>
public sealed class StateTests(SharedApp shared)
{
    public static TheoryData<string, string, string> Moves
    {
        get
        {
            var moves = new TheoryData<string, string, string>();
            string[] states = ["not_started", "in_progress", "done"];
            foreach (var way in new[] { "PUT", "PATCH", "tick" })
            foreach (var from in states)
            foreach (var to in states)
                moves.Add(way, from, to);
            return moves;
        }
    }

    [Theory, MemberData(nameof(Moves))]
    public async Task It_is_completed_exactly_while_it_is_done_whichever_way_it_got_there(string way, string from, string to)
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var before = await user.AddThingAsync(application, ("state", from));
        AssertAgrees(before, from);
        if (way == "tick")
            await TickAsync(user, before, Wire.Parse<DeliverableState>(to));
        else
            using (
                var answer = await user.SendAsync(
                    new HttpMethod(way),
                    $"{Things.Path}/{before["id"]}",
                    new { title = "Cover letter", state = to }
                )
            )
                await answer.ReadAsync(200);
        var after = await user.ReadThingAsync(before);
        AssertAgrees(after, to);
        // Whoever saves a done one again has not finished it again.
        if (from == to)
            Assert.Equal(before.Text("completed_at"), after.Text("completed_at"));
    }

    [Fact]
    public async Task Other_changes_leave_the_time_of_completion_alone()
    {
        using var user = await shared.App.RegisterAsync();
        var done = await user.AddThingAsync(await user.AddAsync(), ("state", "done"));
        var edited = await user.PatchThingAsync(done, new { title = "Renamed" });
        Assert.Equal(done.Text("completed_at"), edited.Text("completed_at"));
        await user.PatchThingAsync(done, new { state = "in_progress" });
        var again = await user.PatchThingAsync(done, new { state = "done" });
        Assert.True(again["completed_at"]!.GetValue<DateTimeOffset>() > done["completed_at"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task Ticks_at_once_finish_it_once()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync(), ("state", "in_progress"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TickAsync(user, row, DeliverableState.Done)));
        Assert.Single(answers, answer => answer.Before == DeliverableState.InProgress);
        Assert.Equal(7, answers.Count(answer => answer.Before == DeliverableState.Done));
        Assert.Equal("2", (await user.ReadThingAsync(row)).Text("version"));
    }

    [Fact]
    public async Task Ticks_back_and_forth_at_once_never_part_state_and_completion()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        await Task.WhenAll(
            Enumerable.Range(0, 12).Select(n => TickAsync(user, row, n % 2 == 0 ? DeliverableState.Done : DeliverableState.NotStarted))
        );
        var after = await user.ReadThingAsync(row);
        AssertAgrees(after, after.Text("state")!);
    }

    [Theory]
    [InlineData("state = 'done'")]
    [InlineData("completed_at = now()")]
    public async Task The_database_itself_refuses_what_disagrees(string set)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        await using var source = NpgsqlDataSource.Create(shared.App.ConnectionString);
        await using var update = source.CreateCommand($"update deliverables set {set} where user_id = $1 and id = $2");
        update.Parameters.AddWithValue(user.Id);
        update.Parameters.AddWithValue(Guid.Parse(row.Text("id")!));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => update.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.Contains("deliverables_completed_when_done", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ticks_what_belongs_to_somebody_else()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var row = await user.AddThingAsync(await user.AddAsync());
        await using var scope = shared.App.Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<TickDeliverable>()
            .RunAsync(new UserId(other.Id), Guid.Parse(row.Text("id")!), DeliverableState.Done, CancellationToken.None);
        Assert.IsType<NotFound>(Assert.IsType<Failed<TickDeliverable.Answer>>(outcome).Failure);
        Assert.Equal(row.ToJsonString(), (await user.ReadThingAsync(row)).ToJsonString());
    }

    private async Task<TickDeliverable.Answer> TickAsync(TestUser user, JsonNode row, DeliverableState to)
    {
        await using var scope = shared.App.Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<TickDeliverable>()
            .RunAsync(new UserId(user.Id), Guid.Parse(row.Text("id")!), to, CancellationToken.None);
        return Assert.IsType<Done<TickDeliverable.Answer>>(outcome).Value;
    }

    private static void AssertAgrees(JsonNode row, string state)
    {
        Assert.Equal(state, row.Text("state"));
        Assert.Equal(state == "done", row["is_done"]!.GetValue<bool>());
        Assert.Equal(state == "done", row["completed_at"] is not null);
    }
}
