using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Upkeep;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Coach.Limits;

/// <summary>What time does to reservations: days end at midnight in UTC, and dead processes let go.</summary>
public sealed class DaysAndLeasesTests : IAsyncLifetime
{
    private JobTrackerApp? started;

    private JobTrackerApp App => started!;

    public async ValueTask InitializeAsync() =>
        started = await JobTrackerApp.StartAsync(("Quotas:CoachMessagesPerDay", "2"), ("GEMINI_API_KEY", "the-operators-key-in-tests"));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task What_a_dead_process_held_comes_back_after_a_minute()
    {
        using var user = await App.RegisterAsync();
        await App.MustReserveAsync(user);
        await App.MustReserveAsync(user);
        Assert.Equal(new OverQuota("coach_messages_per_day", 2, 2), (await App.ReserveAsync(user)).Over());

        App.Clock.Advance(CoachAllowance.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal((2, 200_000), await App.LeftAsync(user));
        await App.MustReserveAsync(user);
        Assert.Equal((1, 199_900), await App.LeftAsync(user));
    }

    [Fact]
    public async Task Who_renews_a_reservation_keeps_it()
    {
        using var user = await App.RegisterAsync();
        var reservation = await App.MustReserveAsync(user);
        for (var times = 0; times < 6; times++)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(50));
            await App.RenewAsync(user, reservation);
        }
        Assert.Equal(1, (await App.LeftAsync(user)).Messages);
        await App.SettleAsync(user, reservation, 40);
        Assert.Equal((1, 199_960), await App.LeftAsync(user));
    }

    [Fact]
    public async Task What_was_given_back_is_not_settled_any_more()
    {
        using var user = await App.RegisterAsync();
        var lost = await App.MustReserveAsync(user);
        App.Clock.Advance(CoachAllowance.Lease + TimeSpan.FromSeconds(1));
        await App.MustReserveAsync(user);
        await App.SettleAsync(user, lost, 5_000);
        await App.RenewAsync(user, lost);
        Assert.Equal((1, 199_900), await App.LeftAsync(user));
    }

    [Fact]
    public async Task The_clean_up_gives_back_what_nobody_asks_for_and_forgets_past_days()
    {
        await using var app = await JobTrackerApp.StartAsync(
            ("Quotas:CoachTokensPerDayTotal", "1000"),
            ("GEMINI_API_KEY", "the-operators-key-in-tests")
        );
        using var user = await app.RegisterAsync();
        await app.MustReserveAsync(user);
        app.Clock.Advance(TimeSpan.FromDays(3));
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(default) > 0);
        Assert.Equal(0, await app.ReadAsync(db => db.CoachReservations.CountAsync()));
        var used = await app.ReadAsync(db => db.CoachUsage.SingleAsync());
        Assert.Equal((0, 0), (used.Messages, used.Tokens));
        Assert.Equal(["users"], await app.ReadAsync(db => db.SystemCounters.Select(row => row.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_new_day_begins_at_midnight_in_UTC_wherever_somebody_lives()
    {
        using var user = await App.RegisterAsync();
        App.Clock.MoveTo(new DateTimeOffset(2026, 11, 21, 23, 59, 30, TimeSpan.Zero));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), (await App.StandingAsync(user)).ResetsAt);
        var late = await App.MustReserveAsync(user, 100);
        await App.MustReserveAsync(user, 100);
        (await App.ReserveAsync(user)).Over();

        App.Clock.Advance(TimeSpan.FromSeconds(31));
        await App.MustReserveAsync(user, 100);
        // An answer that began yesterday is yesterday's.
        await App.SettleAsync(user, late, 7_000);
        Assert.Equal((1, 199_900), await App.LeftAsync(user));
        Assert.Equal(
            7_100,
            await App.ReadAsync(db =>
                db.CoachUsage.Where(row => row.Day == new DateOnly(2026, 11, 21)).Select(row => row.Tokens).SingleAsync()
            )
        );
    }
}
