using JobTracker.Features.Mail;
using JobTracker.Features.Mail.Delivery;
using JobTracker.Features.Upkeep;
using JobTracker.Testing;
using JobTracker.Tests.Features.Mail;
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

    [Fact]
    public async Task How_a_mail_ended_is_forgotten_after_two_weeks_and_what_waits_stays()
    {
        await using var app = await JobTrackerApp.StartAsync();
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        await Letters.RowAsync(app, row => row.State == MailState.Sent);
        app.Mail.Answer = _ => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy);
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        await Letters.RowAsync(app, row => row.Attempts == 1 && row.State == MailState.Waiting && row.Lease == null);
        app.Clock.Advance(CleanUp.EndedMailKept - TimeSpan.FromMinutes(1));
        await CleanUpAsync(app);
        Assert.Equal(2, await app.ReadAsync(db => db.Outbox.CountAsync()));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await CleanUpAsync(app);
        await Letters.RowAsync(app, row => row.State == MailState.Waiting);
        Assert.Equal(1, await app.ReadAsync(db => db.Outbox.CountAsync()));
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
