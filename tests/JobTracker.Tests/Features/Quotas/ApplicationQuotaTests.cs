using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Quotas;

public sealed class ApplicationQuotaTests(SharedApp shared)
{
    private static readonly object Facts = new { company = "Kestrel Maps", position = "Engineer" };

    [Fact]
    public async Task Of_200_posts_at_once_over_two_processes_exactly_5_get_a_place()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "5"));
        await using var second = app.StartAnother(("Quotas:MaxApplicationsPerUser", "5"));
        using var user = await app.RegisterAsync();
        using var there = user.On(second);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => (n % 2 == 0 ? user.Client : there).PostAsJsonAsync("/api/applications", Facts))
        );
        Assert.Equal(5, answers.Count(answer => (int)answer.StatusCode == 201));
        foreach (var refused in answers.Where(answer => (int)answer.StatusCode != 201))
            AssertFull(await refused.ProblemAsync(403, "quota_exceeded"), limit: 5, used: 5);
        Assert.Equal(5, (await user.ItemsAsync("/api/applications")).Count);
    }

    [Fact]
    public async Task An_empty_setting_means_no_limit()
    {
        using var user = await shared.App.RegisterAsync();
        for (var row = 0; row < 12; row++)
            await user.AddAsync();
        var meta = await user.GetAsync("/meta");
        Assert.Null(meta["max_apps_per_user"]);
        Assert.Equal(12, meta["usage"]!["applications"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_limit_below_what_is_used_takes_nothing_away_and_lets_nothing_in()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "3"));
        using var before = await app.RegisterAsync();
        for (var row = 0; row < 3; row++)
            await before.AddAsync();

        await using var stricter = app.StartAnother(("Quotas:MaxApplicationsPerUser", "1"));
        using var user = await before.SignInAgainAsync(stricter);
        var rows = await user.ItemsAsync("/api/applications");
        foreach (var (row, used) in rows.Zip([3, 2, 1]))
        {
            using var refused = await user.SendAsync(HttpMethod.Post, "/api/applications", Facts);
            AssertFull(await refused.ProblemAsync(403, "quota_exceeded"), limit: 1, used);
            using var deleted = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{row["id"]}");
            await deleted.ReadAsync(204);
        }
        await user.AddAsync();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task A_persons_own_limit_counts_before_the_configured_one(int own)
    {
        using var user = await shared.App.RegisterAsync();
        await shared.App.ExecuteAsync($"update user_accounts set applications_max = {own} where user_id = {user.Id}");
        for (var row = 0; row < own; row++)
            await user.AddAsync();
        using var refused = await user.SendAsync(HttpMethod.Post, "/api/applications", Facts);
        AssertFull(await refused.ProblemAsync(403, "quota_exceeded"), own, own);
        Assert.Equal(own, (await user.GetAsync("/meta"))["max_apps_per_user"]!.GetValue<int>());
    }

    [Fact]
    public async Task One_persons_applications_take_nobody_elses_places()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "1"));
        using var one = await app.RegisterAsync();
        using var other = await app.RegisterAsync();
        await one.AddAsync();
        await other.AddAsync();
        Assert.Equal([1, 1], await app.ReadAsync(db => db.Accounts.Select(account => account.ApplicationsUsed).ToListAsync()));
    }

    [Fact]
    public async Task Taking_as_many_as_there_are_shares_the_last_places_exactly_between_two_processes()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "10"));
        await using var second = app.StartAnother(("Quotas:MaxApplicationsPerUser", "10"));
        using var user = await app.RegisterAsync();
        await user.AddAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => TakeUpToAsync(n % 2 == 0 ? app : second, user.Id, 2)));
        Assert.Equal(9, taken.Sum());
        Assert.All(taken, places => Assert.InRange(places!.Value, 0, 2));
        Assert.Single(taken, places => places == 1);
        Assert.Equal(10, await app.ReadAsync(db => db.Accounts.Select(account => account.ApplicationsUsed).SingleAsync()));
    }

    [Fact]
    public async Task Taking_as_many_as_there_are_takes_none_where_the_limit_is_below_what_is_used_and_all_where_there_is_none()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        await user.AddAsync();
        Assert.Equal(300, await TakeUpToAsync(shared.App, user.Id, 300));
        await shared.App.ExecuteAsync($"update user_accounts set applications_max = 1 where user_id = {user.Id}");
        Assert.Equal(0, await TakeUpToAsync(shared.App, user.Id, 3));
        Assert.Null(await TakeUpToAsync(shared.App, Guid.CreateVersion7(), 3));
    }

    private static async Task<int?> TakeUpToAsync(JobTrackerApp app, Guid user, int places)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ApplicationQuota>()
            .TakeUpToAsync(new UserId(user), places, CancellationToken.None);
    }

    private static void AssertFull(JsonNode problem, int limit, int used)
    {
        Assert.Equal("applications_per_user", problem.Text("quota"));
        Assert.Equal((limit, used), (problem["limit"]!.GetValue<int>(), problem["used"]!.GetValue<int>()));
        Assert.Equal("/problems/quota-exceeded", problem.Text("type"));
    }
}
