using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

public sealed class InterviewStatusTests(SharedApp shared)
{
    [Theory]
    [InlineData("completed")]
    [InlineData("cancelled")]
    public async Task What_was_planned_can_end_and_be_planned_again(string end)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddRoundAsync(Rounds.Of(await user.AddAsync()));
        Assert.Equal(end, (await PatchAsync(user, row, new { status = end })).Text("status"));
        Assert.Equal("planned", (await PatchAsync(user, row, new { status = "planned" })).Text("status"));
    }

    [Fact]
    public async Task A_debrief_completes_what_has_begun()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var running = await user.AddRoundAsync(shared.App, application, TimeSpan.FromMinutes(-5));
        Assert.Equal("completed", (await PatchAsync(user, running, new { debrief = "Went well." })).Text("status"));
        var late = await user.AddRoundAsync(shared.App, application, TimeSpan.FromDays(-5), ("debrief", "Entered later."));
        Assert.Equal("completed", late.Text("status"));
    }

    [Fact]
    public async Task A_debrief_completes_neither_what_is_to_come_nor_what_was_cancelled()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync();
        var ahead = await user.AddRoundAsync(shared.App, application, TimeSpan.FromMinutes(5));
        Assert.Equal("planned", (await PatchAsync(user, ahead, new { debrief = "Too early." })).Text("status"));
        var cancelled = await user.AddRoundAsync(shared.App, application, TimeSpan.FromDays(-1), ("status", "cancelled"));
        Assert.Equal("cancelled", (await PatchAsync(user, cancelled, new { debrief = "They never called." })).Text("status"));
    }

    [Fact]
    public async Task Completed_by_mistake_it_stays_planned_afterwards_until_another_debrief_is_written()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddRoundAsync(shared.App, await user.AddAsync(), TimeSpan.FromHours(-3), ("debrief", "One."));
        Assert.Equal("planned", (await PatchAsync(user, row, new { status = "planned" })).Text("status"));
        Assert.Equal("planned", (await PatchAsync(user, row, new { location = "elsewhere" })).Text("status"));
        Assert.Equal("planned", (await PatchAsync(user, row, new { debrief = "One." })).Text("status"));
        Assert.Equal("planned", (await PatchAsync(user, row, new { debrief = (string?)null })).Text("status"));
        Assert.Equal("completed", (await PatchAsync(user, row, new { debrief = "Two." })).Text("status"));
    }

    private static async Task<JsonNode> PatchAsync(TestUser user, JsonNode row, object changes)
    {
        using var answer = await user.SendAsync(HttpMethod.Patch, $"{Rounds.Path}/{row["id"]}", changes);
        return await answer.ReadAsync(200);
    }
}
