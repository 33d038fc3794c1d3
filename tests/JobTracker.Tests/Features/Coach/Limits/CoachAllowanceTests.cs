using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Coach.Limits;

public sealed class CoachAllowanceTests(SharedApp shared)
{
    private JobTrackerApp App => shared.App;

    [Fact]
    public async Task What_was_really_used_takes_the_place_of_what_was_reserved()
    {
        using var user = await App.RegisterAsync();
        var reservation = await App.MustReserveAsync(user, 3_000);
        Assert.Equal((49, 197_000), await App.LeftAsync(user));
        await App.SettleAsync(user, reservation, 1_234);
        Assert.Equal((49, 198_766), await App.LeftAsync(user));
    }

    [Fact]
    public async Task An_answer_may_take_more_than_was_reserved()
    {
        using var user = await App.RegisterAsync();
        var reservation = await App.MustReserveAsync(user, 100);
        await App.SettleAsync(user, reservation, 250_000);
        Assert.Equal((49, 0), await App.LeftAsync(user));
        var over = (await App.ReserveAsync(user, 1)).Over();
        Assert.Equal(new OverQuota("coach_tokens_per_day", 200_000, 250_000), over);
    }

    [Fact]
    public async Task When_nothing_came_message_and_tokens_go_back()
    {
        using var user = await App.RegisterAsync();
        await App.RefundAsync(user, await App.MustReserveAsync(user));
        Assert.Equal((50, 200_000), await App.LeftAsync(user));
    }

    [Fact]
    public async Task An_end_counts_once_however_often_and_in_whatever_order_it_is_told()
    {
        using var user = await App.RegisterAsync();
        var reservation = await App.MustReserveAsync(user, 500);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => App.SettleAsync(user, reservation, 200)));
        await App.RefundAsync(user, reservation);
        Assert.Equal((49, 199_800), await App.LeftAsync(user));
        await App.RefundAsync(user, Guid.CreateVersion7());
        Assert.Equal((49, 199_800), await App.LeftAsync(user));
    }

    [Fact]
    public async Task Nobody_ends_a_reservation_of_somebody_else()
    {
        using var owner = await App.RegisterAsync();
        using var stranger = await App.RegisterAsync();
        var reservation = await App.MustReserveAsync(owner);
        await App.RefundAsync(stranger, reservation);
        Assert.Equal((49, 199_900), await App.LeftAsync(owner));
        Assert.Equal((50, 200_000), await App.LeftAsync(stranger));
    }

    [Fact]
    public async Task Another_purse_has_another_count()
    {
        using var user = await App.RegisterAsync();
        await App.MustReserveAsync(user, 1_000_000, Purse.Own);
        Assert.Equal((50, 200_000), await App.LeftAsync(user));
        Assert.Equal(1, (await user.GetAsync("/meta"))["usage"]!["ai_messages_today"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_account_that_has_gone_takes_nothing()
    {
        using var user = await App.RegisterAsync();
        await App.ExecuteAsync($"delete from user_accounts where user_id = {user.Id}");
        Assert.IsType<AccountGone>(Assert.IsType<Failed<Reservation>>(await App.ReserveAsync(user)).Failure);
    }

    [Fact]
    public async Task More_than_ten_messages_a_minute_are_too_many_and_the_refused_ones_cost_nothing()
    {
        await using var app = await JobTrackerApp.StartAsync(
            ("Limits:CoachPerMinute", "10"),
            ("GEMINI_API_KEY", "the-operators-key-in-tests")
        );
        using var user = await app.RegisterAsync();
        for (var message = 0; message < 10; message++)
            await app.MustReserveAsync(user);
        var refused = Assert.IsType<TooMany>(Assert.IsType<Failed<Reservation>>(await app.ReserveAsync(user)).Failure);
        Assert.InRange(refused.RetryAfter, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(40, (await app.LeftAsync(user)).Messages);
        app.Clock.Advance(refused.RetryAfter + TimeSpan.FromSeconds(1));
        await app.MustReserveAsync(user);
    }

    [Fact]
    public async Task No_limit_is_no_limit()
    {
        await using var app = await JobTrackerApp.StartAsync(
            ("Quotas:CoachMessagesPerDay", ""),
            ("Quotas:CoachTokensPerDay", ""),
            ("GEMINI_API_KEY", "the-operators-key-in-tests")
        );
        using var user = await app.RegisterAsync();
        await app.MustReserveAsync(user, 10_000_000);
        var standing = await app.StandingAsync(user);
        Assert.Equal((null, null, null, null), (standing.MessagesLeft, standing.MessagesMax, standing.TokensLeft, standing.TokensMax));
        Assert.Equal(0, await app.ReadAsync(db => db.SystemCounters.CountAsync(row => row.Name != "users")));
    }
}
