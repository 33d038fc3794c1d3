using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.Extensions.Options;
using Xunit;

namespace JobTracker.Tests.Features.Accounts.Passwords;

public sealed class HashingGateTests : IDisposable
{
    /// <summary>Milliseconds: a gate that does not open must fail its test, not stop the run.</summary>
    private const int Patience = 60_000;

    private readonly ManualResetEventSlim open = new();
    private readonly ClockThatRings clock = new();
    private int inside;
    private int most;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => open.Dispose();

    [Fact(Timeout = Patience)]
    public async Task No_more_run_at_once_than_there_are_cores()
    {
        using var gate = Gate(queue: 50);
        open.Set();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => gate.RunAsync(CountedWork, Cancel)));

        Assert.InRange(most, 1, Environment.ProcessorCount);
    }

    [Fact(Timeout = Patience)]
    public async Task Whoever_finds_the_queue_full_is_told_to_come_back()
    {
        using var gate = Gate(queue: 1);
        var running = Fill(gate);
        var waiting = gate.RunAsync(CountedWork, Cancel);

        var refused = Assert.IsType<TooMany>(Failure(await gate.RunAsync(CountedWork, Cancel)));

        Assert.True(refused.RetryAfter > TimeSpan.Zero);
        open.Set();
        Assert.All(await Task.WhenAll([.. running, waiting]), outcome => Assert.IsType<Done<int>>(outcome));
    }

    [Fact(Timeout = Patience)]
    public async Task Whoever_has_waited_ten_seconds_is_told_to_come_back_and_leaves_the_place_to_another()
    {
        using var gate = Gate(queue: 1);
        var running = Fill(gate);
        var waiting = gate.RunAsync(CountedWork, Cancel);

        clock.Ring();

        Assert.IsType<TooMany>(Failure(await waiting));
        Assert.All(clock.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(10), wait));
        var next = gate.RunAsync(CountedWork, Cancel);
        open.Set();
        Assert.All(await Task.WhenAll([.. running, next]), outcome => Assert.IsType<Done<int>>(outcome));
    }

    [Fact(Timeout = Patience)]
    public async Task Whoever_has_gone_leaves_the_queue()
    {
        using var gate = Gate(queue: 1);
        using var gone = new CancellationTokenSource();
        var running = Fill(gate);
        var waiting = gate.RunAsync(CountedWork, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = gate.RunAsync(CountedWork, Cancel);
        open.Set();
        Assert.All(await Task.WhenAll([.. running, next]), outcome => Assert.IsType<Done<int>>(outcome));
    }

    [Fact(Timeout = Patience)]
    public async Task Work_that_fails_gives_its_place_back()
    {
        using var gate = Gate(queue: 0);
        for (var round = 0; round <= Environment.ProcessorCount; round++)
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                gate.RunAsync<int>(() => throw new InvalidOperationException("broken"), Cancel)
            );
    }

    private HashingGate Gate(int queue) => new(Options.Create(new HashingLimits { HashQueue = queue }), clock);

    private Task<Outcome<int>>[] Fill(HashingGate gate) =>
        [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => gate.RunAsync(CountedWork, Cancel))];

    private int CountedWork()
    {
        var now = Interlocked.Increment(ref inside);
        most = Math.Max(most, now);
        open.Wait(Cancel);
        Interlocked.Decrement(ref inside);
        return now;
    }

    private static Failure Failure(Outcome<int> outcome) => Assert.IsType<Failed<int>>(outcome).Failure;

    /// <summary>Its timers go off when the test says so, and never by themselves.</summary>
    private sealed class ClockThatRings : TimeProvider
    {
        private readonly List<Action> timers = [];

        public List<TimeSpan> Waits { get; } = [];

        public void Ring() => timers.ForEach(ring => ring());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(() => callback(state));
            timers.Add(timer.Ring);
            Waits.Add(dueTime);
            return timer;
        }

        private sealed class Timer(Action callback) : ITimer
        {
            private bool stopped;

            public void Ring()
            {
                if (!stopped)
                    callback();
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => stopped = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
