using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using JobTracker.Kernel;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Accounts.Passwords;

/// <summary>How many may wait for the gate: the setting <c>Limits__HashQueue</c>.</summary>
public sealed class HashingLimits
{
    public const string Section = "Limits";

    [Range(0, 10_000)]
    public int HashQueue { get; set; } = 64;
}

/// <summary>
/// Lets as many hashes run at once as there are cores, because each takes a core for a tenth of a second on purpose. A crowd waits
/// outside, not for long and not without end, and everything else keeps its share of the machine.
/// </summary>
public sealed class HashingGate(IOptions<HashingLimits> limits, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = Environment.ProcessorCount,
            QueueLimit = limits.Value.HashQueue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Runs <paramref name="work"/> when its turn comes; <see cref="TooMany"/> if the queue is full or the wait too long.</summary>
    public async Task<Outcome<T>> RunAsync<T>(Func<T> work, CancellationToken cancel)
    {
        using var lease = await TurnAsync(cancel);
        if (lease is not { IsAcquired: true })
            return new TooMany(LongestWait);

        // On a thread of its own, or two hashes would occupy a small machine's whole thread pool.
        return await Task.Factory.StartNew(work, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Dispose() => limiter.Dispose();

    private async Task<RateLimitLease?> TurnAsync(CancellationToken cancel)
    {
        using var tooLong = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, tooLong.Token);
        try
        {
            return await limiter.AcquireAsync(permitCount: 1, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
