using System.Net.Http.Json;
using JobTracker.Features.Applications;
using JobTracker.Features.Demo;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Demo;

public sealed class SeedDemoTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_demo_is_a_plausible_search_that_anybody_can_sign_in_to(string locale)
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "5"));
        var password = await SeedAsync(app, locale);
        using var client = app.CreateClient();
        using var signIn = await client.PostAsJsonAsync("/api/auth/login", new { email = SeedDemo.Email, password });
        Assert.Equal(locale, (await signIn.ReadAsync(200))["user"]!["locale"]!.ToString());

        var applications = await app.ReadAsync(db => db.Applications.ToListAsync());
        var changes = (await app.ReadAsync(db => db.StatusChanges.ToListAsync())).ToLookup(change => change.ApplicationId);
        Assert.Equal(60, applications.Count);
        Assert.Equal(60, await app.ReadAsync(db => db.Accounts.Select(account => account.ApplicationsUsed).SingleAsync()));
        var today = app.Clock.Today("Europe/Paris").AddDays(1);
        Assert.All(
            applications,
            application =>
            {
                var history = StatusChange.InOrder(changes[application.Id]).ToList();
                Assert.Equal(ApplicationStatus.Draft, history[0].Status);
                Assert.Equal(application.Status, history[^1].Status);
                Assert.True(history[^1].OccurredOn <= today);
                Assert.True(application.RespondedOn is null || application.RespondedOn >= application.AppliedOn);
            }
        );
        Assert.True(applications.Select(application => application.Status).Distinct().Count() >= 7);
        Assert.True(applications.Min(application => application.CreatedAt) < app.Clock.GetUtcNow().AddDays(-200));
    }

    [Theory]
    [InlineData("en", "Cover letter")]
    [InlineData("fr", "Lettre de motivation")]
    public async Task The_demo_has_something_late_something_near_and_most_of_the_old_done(string locale, string title)
    {
        await using var app = await JobTrackerApp.StartAsync();
        await SeedAsync(app, locale);
        var today = app.Clock.Today(locale == "fr" ? "Europe/Paris" : "Europe/London");
        var all = await app.ReadAsync(db => db.Deliverables.Include(row => row.Application).ToListAsync());
        var open = all.Where(row => row.CompletedAt is null).ToList();
        Assert.Contains(all, row => row.Title == title);
        Assert.Contains(open, row => row.DueOn < today);
        Assert.Contains(open, row => row.DueOn == today);
        Assert.Contains(open, row => row.DueOn > today && row.DueOn <= today.AddDays(7));
        Assert.Contains(open, row => row.DueOn is null);
        Assert.DoesNotContain(all, row => Statuses.IsClosed(row.Application!.Status));
        Assert.All(all.GroupBy(row => row.ApplicationId), group => Assert.InRange(group.Count(), 1, 3));
        var old = all.Where(row => row.CreatedAt < app.Clock.GetUtcNow().AddDays(-30)).ToList();
        Assert.True(old.Count(row => row.CompletedAt is not null) > old.Count / 2);
        Assert.All(all.Where(row => row.CompletedAt is not null), row => Assert.True(row.CompletedAt <= app.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_second_time_changes_nothing_and_a_full_site_is_told()
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "1"));
        Assert.NotNull(await SeedAsync(app, "en"));
        Assert.Null(await SeedAsync(app, "en"));
        Assert.Equal(1, await app.ReadAsync(db => db.Users.CountAsync()));

        await using var full = await JobTrackerApp.StartAsync(("Quotas:MaxUsers", "0"));
        await using var scope = full.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync("en", password: null, CancellationToken.None);
        Assert.IsType<OverQuota>(Assert.IsType<Failed<string?>>(outcome).Failure);
        Assert.Equal(0, await full.ReadAsync(db => db.Applications.CountAsync()));
    }

    private static async Task<string?> SeedAsync(JobTrackerApp app, string locale)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return Assert
            .IsType<Done<string?>>(
                await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync(locale, password: null, CancellationToken.None)
            )
            .Value;
    }
}
