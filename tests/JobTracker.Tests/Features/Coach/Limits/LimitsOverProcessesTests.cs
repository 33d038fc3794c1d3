using JobTracker.Features.Coach.Limits;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Coach.Limits;

/// <summary>The limits hold over any number of processes.</summary>
public sealed class LimitsOverProcessesTests
{
    private static readonly (string, string) Key = ("GEMINI_API_KEY", "the-operators-key-in-tests");

    [Fact]
    public async Task Of_60_messages_at_once_over_two_processes_exactly_the_10_that_are_left_go_through()
    {
        await using var app = await JobTrackerApp.StartAsync(Key);
        await using var second = app.StartAnother(Key);
        using var user = await app.RegisterAsync();
        for (var message = 0; message < 40; message++)
            await app.SettleAsync(user, await app.MustReserveAsync(user, 10), 10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => (n % 2 == 0 ? app : second).ReserveAsync(user, 10)));
        Assert.Equal(10, outcomes.Count(outcome => outcome is Done<Reservation>));
        Assert.All(
            outcomes.Where(outcome => outcome is Failed<Reservation>),
            outcome => Assert.Equal(new OverQuota("coach_messages_per_day", 50, 50), outcome.Over())
        );
        Assert.Equal((0, 199_500), await second.LeftAsync(user));
    }

    [Fact]
    public async Task Of_60_messages_one_after_another_over_two_processes_exactly_10_go_through()
    {
        await using var app = await JobTrackerApp.StartAsync(Key, ("Quotas:CoachMessagesPerDay", "10"));
        await using var second = app.StartAnother(Key, ("Quotas:CoachMessagesPerDay", "10"));
        using var user = await app.RegisterAsync();
        var through = 0;
        for (var message = 0; message < 60; message++)
        {
            var process = message % 2 == 0 ? app : second;
            if (await process.ReserveAsync(user, 10) is not Done<Reservation> { Value: var reservation })
                continue;
            through++;
            await process.SettleAsync(user, reservation.Id, 10);
        }
        Assert.Equal(10, through);
    }

    [Fact]
    public async Task All_people_together_take_no_more_than_the_site_has()
    {
        (string, string) total = ("Quotas:CoachTokensPerDayTotal", "1000");
        await using var app = await JobTrackerApp.StartAsync(Key, total);
        await using var second = app.StartAnother(Key, total);
        using var one = await app.RegisterAsync();
        using var other = await app.RegisterAsync();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(n => (n % 2 == 0 ? app : second).ReserveAsync(n % 4 < 2 ? one : other, 100))
        );
        Assert.Equal(10, outcomes.Count(outcome => outcome is Done<Reservation>));
        Assert.All(
            outcomes.Where(outcome => outcome is Failed<Reservation>),
            outcome => Assert.Equal(new OverQuota("coach_tokens_per_day_total", 1000, 1000), outcome.Over())
        );
        // Who was refused for the sake of all has used nothing of their own.
        Assert.Equal(10, await app.ReadAsync(db => db.CoachUsage.SumAsync(row => row.Messages)));

        var first = outcomes.OfType<Done<Reservation>>().First().Value.Id;
        await app.RefundAsync(one, first);
        await app.RefundAsync(other, first);
        Assert.Equal(
            900,
            await app.ReadAsync(db => db.SystemCounters.Where(row => row.Name != "users").Select(row => row.Value).SingleAsync())
        );
        Assert.IsType<Done<Reservation>>(await second.ReserveAsync(other, 100));
        Assert.Equal(1000, (await one.GetAsync("/meta"))["ai"]!["max_tokens_per_day_total"]!.GetValue<int>());
    }
}
