using System.Diagnostics;
using JobTracker.Features.Coach.Providers;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>How long a provider may take, and that it notices when nobody listens any more.</summary>
public sealed class PatienceTests
{
    private readonly ManualClock clock = new();

    [Theory]
    [InlineData("gemini", false)]
    [InlineData("openai", false)]
    [InlineData("gemini", true)]
    [InlineData("openai", true)]
    public async Task The_first_text_has_a_minute(string name, bool headers)
    {
        await using var stage = await ProviderStage.StartAsync(name, clock);
        stage.Fake!.Next(headers ? Scripts.Then(Scripts.Headers(), Scripts.Stall()) : Scripts.Stall());
        await using var updates = stage.Ask("Hello?").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = updates.MoveNextAsync().AsTask();
        var call = await stage.Fake.CallAsync();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(first.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AiCodes.Overloaded, (await Assert.ThrowsAsync<AiException>(() => first)).Trouble.Code);
        await call.HungUp.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Single(stage.Fake.Calls);
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task After_the_first_text_half_a_minute_of_silence_is_the_end(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, clock);
        stage.Fake!.Next(Scripts.Then(Text(name, "Hel"), Scripts.Stall()));
        await using var updates = stage.Ask("Hello?").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await updates.MoveNextAsync());
        // The reader's own time does not count.
        clock.Advance(TimeSpan.FromMinutes(5));
        var next = updates.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AiCodes.Interrupted, (await Assert.ThrowsAsync<AiException>(() => next)).Trouble.Code);
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task Stop_reaches_the_provider_at_once(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, TimeProvider.System);
        stage.Fake!.Next(Scripts.Then(Text(name, "Hel"), Scripts.Stall()));
        using var stop = new CancellationTokenSource();
        await using var updates = stage.Ask("Hello?", stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync().AsTask();
        var stopped = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        var noticed = await stage.Fake.Calls[0].HungUp.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.InRange(Stopwatch.GetElapsedTime(stopped, noticed), TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task Whoever_walks_away_in_the_middle_hangs_up_too(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, TimeProvider.System);
        stage.Fake!.Next(Scripts.Then(Text(name, "Hel"), Scripts.Stall()));
        await foreach (var update in stage.Ask("Hello?"))
        {
            Assert.Equal("Hel", update.Text);
            break;
        }
        await stage.Fake.Calls[0].HungUp.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task A_piece_is_passed_on_as_soon_as_it_has_come(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name, clock);
        var gate = new Gate();
        stage.Fake!.Next(Scripts.Then(Text(name, "Hel"), Scripts.Hold(gate), Text(name, "lo"), End(name)));
        await using var updates = stage.Ask("Hello?").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal("Hel", updates.Current.Text);
        gate.Open();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal("lo", updates.Current.Text);
    }

    private static Script Text(string name, string text) => name == "gemini" ? GeminiWords.Text(text) : OpenAiWords.Text(text);

    private static Script End(string name) =>
        name == "gemini" ? GeminiWords.Finish() : Scripts.Then(OpenAiWords.Finish(), OpenAiWords.Usage(1, 1), OpenAiWords.Done());
}
