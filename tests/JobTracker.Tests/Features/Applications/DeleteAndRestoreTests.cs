using System.Text.Json.Nodes;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Applications;

public sealed class DeleteAndRestoreTests(SharedApp shared)
{
    public static TheoryData<string, string> Routes =>
        new()
        {
            { "GET", "" },
            { "PUT", "" },
            { "PATCH", "" },
            { "DELETE", "" },
            { "POST", "/favorite" },
            { "POST", "/status" },
            { "GET", "/history" },
        };

    [Theory, MemberData(nameof(Routes))]
    public async Task A_deleted_application_is_not_there(string method, string route)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        await DeleteAsync(user, row);
        object? body = (method, route) switch
        {
            ("PUT", _) => Facts.Of(),
            ("PATCH", _) => new { salary = "1" },
            (_, "/status") => new { status = "applied" },
            _ => null,
        };
        using var answer = await user.SendAsync(new HttpMethod(method), $"/api/applications/{row["id"]}{route}", body);
        await answer.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task Deleting_hides_it_from_list_and_count_and_frees_its_place_at_once()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"));
        using var user = await app.RegisterAsync();
        await DeleteAsync(user, await user.AddAsync(Facts.Of(("company", "First"))));
        var list = await user.GetAsync("/api/applications?count=true&q=first");
        Assert.Equal((0, 0), (list["items"]!.AsArray().Count, list["total"]!.GetValue<int>()));
        await user.AddAsync();
        Assert.Equal(1, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    [Fact]
    public async Task Deleting_what_is_not_there_frees_no_place()
    {
        using var user = await shared.App.RegisterAsync();
        using var nothing = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{Guid.CreateVersion7()}");
        await nothing.ProblemAsync(404, "not_found");
        await user.AddAsync();
        using var again = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{Guid.CreateVersion7()}");
        await again.ProblemAsync(404, "not_found");
        Assert.Equal(1, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_deleted_are_listed_newest_first_until_they_are_purged()
    {
        using var user = await shared.App.RegisterAsync();
        Assert.Empty(await user.ItemsAsync("/api/applications/deleted"));
        foreach (var company in new[] { "A", "B", "C" })
            await DeleteAsync(user, await user.AddAsync(Facts.Of(("company", company))));
        await user.AddAsync(Facts.Of(("company", "Kept")));
        var deleted = await user.ItemsAsync("/api/applications/deleted");
        Assert.Equal(["C", "B", "A"], deleted.Select(row => row.Text("company")));
        Assert.All(
            deleted,
            row =>
                Assert.Equal(
                    TimeSpan.FromDays(7),
                    row["purged_at"]!.GetValue<DateTimeOffset>() - row["deleted_at"]!.GetValue<DateTimeOffset>()
                )
        );
    }

    [Fact]
    public async Task Within_7_days_it_comes_back_as_it_was()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"));
        using var user = await app.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        await DeleteAsync(user, row);
        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        using var again = await user.SignInAgainAsync(app);
        using var answer = await again.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/restore");
        var restored = (await answer.ReadAsync(200)).AsObject();
        foreach (var (field, value) in restored.Where(field => field.Key is not ("version" or "updated_at")))
            Assert.Equal(row[field]?.ToJsonString(), value?.ToJsonString());
        Assert.Single(await again.ItemsAsync($"/api/applications/{row["id"]}/history"));
        Assert.Empty(await again.ItemsAsync("/api/applications/deleted"));
        using var full = await again.SendAsync(HttpMethod.Post, "/api/applications", Facts.Of());
        await full.ProblemAsync(403, "quota_exceeded");
    }

    [Fact]
    public async Task After_7_days_it_is_gone_and_the_purge_removes_it_with_its_history()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var old = await user.AddAsync();
        await DeleteAsync(user, old);
        app.Clock.Advance(TimeSpan.FromDays(3));
        var young = await user.AddAsync();
        await DeleteAsync(user, young);
        var live = await user.AddAsync();
        app.Clock.Advance(TimeSpan.FromDays(4));

        using var again = await user.SignInAgainAsync(app);
        using var answer = await again.SendAsync(HttpMethod.Post, $"/api/applications/{old["id"]}/restore");
        await answer.ProblemAsync(404, "not_found");
        Assert.Equal(young.Text("id"), Assert.Single(await again.ItemsAsync("/api/applications/deleted")).Text("id"));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<PurgeDeleted>().RunAsync(new UserId(user.Id), default));
        var left = await app.ReadAsync(db => db.StatusChanges.Select(change => change.ApplicationId).ToListAsync());
        Assert.Equal([young["id"]!.GetValue<Guid>(), live["id"]!.GetValue<Guid>()], left.Order());
        Assert.Equal(1, (await again.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    [Fact]
    public async Task Without_a_place_it_stays_deleted()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"));
        using var user = await app.RegisterAsync();
        var row = await user.AddAsync();
        await DeleteAsync(user, row);
        await user.AddAsync();
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/restore");
        await answer.ProblemAsync(403, "quota_exceeded");
        Assert.Single(await user.ItemsAsync("/api/applications/deleted"));
        using var nothing = await user.SendAsync(HttpMethod.Post, $"/api/applications/{Guid.CreateVersion7()}/restore");
        await nothing.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task What_is_not_deleted_cannot_be_restored()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/restore");
        await answer.ProblemAsync(404, "not_found");
        Assert.Equal(1, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    private static async Task DeleteAsync(TestUser user, JsonNode row)
    {
        using var answer = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{row["id"]}");
        await answer.ReadAsync(204);
    }
}
