using JobTracker.Features.Coach.Providers;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>What passes by itself is asked about again: only before the first text, a few times, and for moments.</summary>
public sealed class RetryTests
{
    private readonly ManualClock clock = new() { JumpsOver = TimeSpan.FromSeconds(6) };

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task An_overload_that_passes_is_never_seen(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, clock);
        stage.Fake!.Next(Overload(name), Overload(name), Reply(name));
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal(("Hello.", null), (text, trouble));
        Assert.Equal(3, stage.Fake.Calls.Count);
        Assert.Equal(2, clock.Jumps.Count);
        Assert.InRange(clock.Jumps[0], TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600));
        Assert.InRange(clock.Jumps[1], TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1200));
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task After_three_tries_it_is_enough(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, clock);
        stage.Fake!.Next(Overload(name), Overload(name), Overload(name), Reply(name));
        Assert.Equal(AiCodes.Overloaded, (await stage.ListenAsync()).Trouble?.Code);
        Assert.Equal(3, stage.Fake.Calls.Count);
    }

    [Fact]
    public async Task A_short_wait_that_is_asked_for_is_kept()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync(clock);
        await using var _ = stage;
        fake.Next(GeminiErrors.Busy("2.5s"), GeminiWords.Reply("Hello."));
        Assert.Equal("Hello.", (await stage.ListenAsync()).Text);
        Assert.Equal(TimeSpan.FromSeconds(2.5), Assert.Single(clock.Jumps));
    }

    [Fact]
    public async Task No_wait_at_all_is_still_a_moment()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync(clock);
        await using var _ = stage;
        fake.Next(GeminiErrors.Busy("0s"), GeminiWords.Reply("Hello."));
        Assert.Equal("Hello.", (await stage.ListenAsync()).Text);
        Assert.True(Assert.Single(clock.Jumps) >= TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_long_wait_is_told_to_the_reader_at_once()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync(clock);
        await using var _ = stage;
        fake.Next(GeminiErrors.Busy("26s"));
        var trouble = (await stage.ListenAsync()).Trouble;
        Assert.Equal((AiCodes.Busy, TimeSpan.FromSeconds(26)), (trouble?.Code, trouble?.RetryAfter));
        Assert.Single(fake.Calls);
    }

    [Fact]
    public async Task All_waits_together_take_no_longer_than_five_seconds()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync(clock);
        await using var _ = stage;
        fake.Next(GeminiErrors.Busy("3s"), GeminiErrors.Busy("3s"), GeminiWords.Reply("Hello."));
        Assert.Equal(AiCodes.Busy, (await stage.ListenAsync()).Trouble?.Code);
        Assert.Equal(2, fake.Calls.Count);
    }

    [Fact]
    public async Task A_used_up_day_is_not_asked_about_again_whatever_delay_it_names()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync(clock);
        await using var _ = stage;
        fake.Next(GeminiErrors.DayIsOver("1s"));
        var trouble = (await stage.ListenAsync()).Trouble;
        // At noon in UTC it is four in the morning where Google's day ends.
        Assert.Equal((AiCodes.QuotaDay, TimeSpan.FromHours(20)), (trouble?.Code, trouble?.RetryAfter));
        Assert.Single(fake.Calls);
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task After_the_first_text_nothing_is_asked_again(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, clock);
        stage.Fake!.Next(
            name == "gemini"
                ? Scripts.Then(GeminiWords.Text("Hel"), GeminiErrors.AsEvent())
                : Scripts.Then(OpenAiWords.Text("Hel"), OpenAiWords.AsEvent())
        );
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal(("Hel", AiCodes.Overloaded), (text, trouble?.Code));
        Assert.Single(stage.Fake.Calls);
    }

    private static Script Overload(string name) => name == "gemini" ? GeminiErrors.Overloaded() : OpenAiWords.Overloaded();

    private static Script Reply(string name) => name == "gemini" ? GeminiWords.Reply("Hello.") : OpenAiWords.Reply("Hello.");
}
