using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class ChangeStatusTests(SharedApp shared)
{
    private string Today => Facts.Day(shared.App.Clock.Today(Calendar.DefaultZone));

    [Theory]
    [InlineData("applied", true, false)]
    [InlineData("screening", false, true)]
    [InlineData("rejected", false, true)]
    [InlineData("withdrawn", false, false)]
    [InlineData("no_response", false, false)]
    public async Task A_change_fills_the_date_that_it_speaks_of_with_its_own_day(string status, bool applied, bool responded)
    {
        using var user = await shared.App.RegisterAsync();
        var today = await MoveAsync(user, await user.AddAsync(), new { status });
        Assert.Equal((status, applied ? Today : null, responded ? Today : null), Of(today));
        var dated = await MoveAsync(user, await user.AddAsync(), new { status, occurred_on = "2099-02-03" });
        Assert.Equal((status, applied ? "2099-02-03" : null, responded ? "2099-02-03" : null), Of(dated));
    }

    [Fact]
    public async Task Dates_that_are_there_stay()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("applied_on", "2026-01-05"), ("responded_on", "2026-01-06")));
        await MoveAsync(user, row, new { status = "applied" });
        Assert.Equal(("offer", "2026-01-05", "2026-01-06"), Of(await MoveAsync(user, row, new { status = "offer" })));
    }

    [Fact]
    public async Task A_date_is_not_filled_where_it_would_contradict_the_other()
    {
        using var user = await shared.App.RegisterAsync();
        var responded = await user.AddAsync(Facts.Of(("responded_on", "2020-01-01")));
        Assert.Equal(("applied", null, "2020-01-01"), Of(await MoveAsync(user, responded, new { status = "applied" })));
        var applied = await user.AddAsync(Facts.Of(("applied_on", "2099-01-01")));
        Assert.Equal(("rejected", "2099-01-01", null), Of(await MoveAsync(user, applied, new { status = "rejected" })));
    }

    [Fact]
    public async Task A_change_dated_before_another_takes_its_place_and_the_newest_stays_the_status()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-01-05")));
        await MoveAsync(user, row, new { status = "offer", occurred_on = "2026-03-01" });
        var after = await MoveAsync(
            user,
            row,
            new
            {
                status = "interview",
                occurred_on = "2026-02-01",
                note = " second round ",
            }
        );
        Assert.Equal("offer", after.Text("status"));
        var history = await user.ItemsAsync($"/api/applications/{row["id"]}/history");
        Assert.Equal(
            [
                (null, "applied", "2026-01-05", null),
                ("applied", "interview", "2026-02-01", "second round"),
                ("interview", "offer", "2026-03-01", null),
            ],
            history.Select(it => (it.Text("from_status"), it.Text("to_status"), it.Text("occurred_on"), it.Text("note")))
        );
    }

    [Fact]
    public async Task Changes_of_one_day_stand_as_they_were_entered()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-01-05")));
        string[] moves = ["screening", "interview", "screening", "rejected"];
        foreach (var status in moves)
            await MoveAsync(user, row, new { status, occurred_on = "2026-02-01" });
        var history = await user.ItemsAsync($"/api/applications/{row["id"]}/history");
        Assert.Equal(["applied", .. moves], history.Select(it => it.Text("to_status")));
        Assert.Equal([null, "applied", .. moves[..^1]], history.Select(it => it.Text("from_status")));
    }

    [Fact]
    public async Task The_status_that_it_has_already_changes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied")));
        Assert.Equal(row.ToJsonString(), (await MoveAsync(user, row, new { status = "applied" })).ToJsonString());
        Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
    }

    [Fact]
    public async Task A_change_to_the_status_of_the_entry_before_it_is_refused()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("status", "applied"), ("applied_on", "2026-01-05")));
        foreach (
            var body in new object[] { new { status = "applied", occurred_on = "2026-01-06" }, new { status = "applied", note = "again" } }
        )
        {
            using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/status", body);
            await answer.RefusesAsync("status");
        }
        Assert.Equal(row.ToJsonString(), (await user.GetAsync($"/api/applications/{row["id"]}")).ToJsonString());
        Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
    }

    [Theory]
    [InlineData("""{}""", "status")]
    [InlineData("""{"status": null}""", "status")]
    [InlineData("""{"status": "hired"}""", "status")]
    [InlineData("""{"status": "applied", "occurred_on": "1969-12-31"}""", "occurred_on")]
    [InlineData("""{"status": "applied", "occurred_on": "soon"}""", "occurred_on")]
    [InlineData("""{"status": "applied", "date": "2026-01-01"}""", "date")]
    public async Task A_broken_rule_is_named_at_its_field(string body, string field)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/status", JsonNode.Parse(body));
        await answer.RefusesAsync(field);
        using var note = await user.SendAsync(
            HttpMethod.Post,
            $"/api/applications/{row["id"]}/status",
            new { status = "applied", note = new string('x', 501) }
        );
        await note.RefusesAsync("note");
        Assert.Equal(1, (await user.GetAsync($"/api/applications/{row["id"]}"))["version"]!.GetValue<int>());
    }

    private static (string?, string?, string?) Of(JsonNode row) => (row.Text("status"), row.Text("applied_on"), row.Text("responded_on"));

    private static async Task<JsonNode> MoveAsync(TestUser user, JsonNode row, object body)
    {
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/status", body);
        return await answer.ReadAsync(200);
    }
}
