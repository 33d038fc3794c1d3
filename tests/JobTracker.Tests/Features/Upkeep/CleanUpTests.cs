using JobTracker.Features.Upkeep;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Upkeep;

public sealed class CleanUpTests
{
    [Fact]
    public async Task What_was_deleted_seven_days_ago_goes_for_good_and_the_rest_stays()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var (old, recent, live) = (await user.AddAsync(), await user.AddAsync(), await user.AddAsync());
        await DeleteAsync(user, old["id"]!.ToString());
        app.Clock.Advance(TimeSpan.FromDays(5));
        await DeleteAsync(user, recent["id"]!.ToString());
        app.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));

        await CleanUpAsync(app);
        var left = await app.ReadAsync(db => db.Applications.IgnoreQueryFilters().Select(row => row.Id.ToString()).ToListAsync());
        Assert.Equivalent(new[] { recent["id"]!.ToString(), live["id"]!.ToString() }, left, strict: true);
        Assert.Equal(2, await app.ReadAsync(db => db.StatusChanges.CountAsync()));
    }

    [Fact]
    public async Task Tries_and_sign_ins_that_are_over_go()
    {
        await using var app = await JobTrackerApp.StartAsync(("Limits:RegisterPerHour", "5"));
        using var user = await app.RegisterAsync();
        await CleanUpAsync(app);
        Assert.Equal((1, 1), (await app.ReadAsync(db => db.Throttles.CountAsync()), await app.ReadAsync(db => db.SignIns.CountAsync())));
        app.Clock.Advance(TimeSpan.FromDays(40));
        await CleanUpAsync(app);
        Assert.Equal((0, 0), (await app.ReadAsync(db => db.Throttles.CountAsync()), await app.ReadAsync(db => db.SignIns.CountAsync())));
    }

    private static async Task DeleteAsync(TestUser user, string id)
    {
        using var answer = await user.Client.DeleteAsync($"/api/applications/{id}");
        await answer.ReadAsync(204);
    }

    private static async Task CleanUpAsync(JobTrackerApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);
    }
}
