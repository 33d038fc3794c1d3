using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobTracker.Benchmarks.Load;

/// <summary>
/// Requests at a fixed rate, each sent at its time whatever became of those before it, and timed from the moment in which it should have been
/// sent: who waits behind a slow answer waits in the figures too.
/// </summary>
internal static class SteadyLoad
{
    // More than that at once, and the site does not keep up with the rate: times would only tell how long the run was.
    private const int MostAtOnce = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="PerSecond">The rate.</param>
    /// <param name="Times">From the intended moment to the last byte, in order of size.</param>
    public sealed record Result(double PerSecond, IReadOnlyList<TimeSpan> Times)
    {
        public TimeSpan At(double share) => Times[Math.Min(Times.Count - 1, (int)Math.Ceiling(Times.Count * share) - 1)];
    }

    /// <exception cref="BadAnswerException">Answers were not what they must be, or did not come.</exception>
    public static async Task<Result> RunAsync(Uri site, Work work, double perSecond, TimeSpan time)
    {
        await Probe.LookAsync(site, work);
        var (lines, body) = await work.ReadAsync();
        var count = Math.Max(1, (int)(perSecond * time.TotalSeconds));
        using var client = new HttpMessageInvoker(Probe.Handler());
        var run = new Run(client, site, work, lines, body);
        await Task.Factory.StartNew(
            () => run.Send(count, perSecond),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return new Result(perSecond, await run.TimesAsync());
    }

    private sealed class Run(HttpMessageInvoker client, Uri site, Work work, string[] lines, string? body)
    {
        private readonly ConcurrentBag<Task<TimeSpan>> answers = [];
        private readonly string name = $"{Environment.ProcessId}-{Stopwatch.GetTimestamp():x}";
        private int open;

        /// <summary>Begins each request at its moment; on a thread of its own, which nobody keeps waiting.</summary>
        public void Send(int count, double perSecond)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var number = 0; number < count; number++)
            {
                var intended = begun + (long)(number / perSecond * Stopwatch.Frequency);
                while (intended - Stopwatch.GetTimestamp() is > 0 and var left)
                    Clock.Rest(left);
                if (Volatile.Read(ref open) > MostAtOnce)
                    throw new BadAnswerException(
                        $"{work.Method} {work.Path}: the site does not keep up with {perSecond:0} requests a second."
                    );
                answers.Add(AskAsync(intended, $"{name}-{number}"));
            }
        }

        public async Task<IReadOnlyList<TimeSpan>> TimesAsync() => [.. (await Task.WhenAll(answers)).Order()];

        private async Task<TimeSpan> AskAsync(long intended, string unique)
        {
            Interlocked.Increment(ref open);
            using var patience = new CancellationTokenSource(Patience);
            using var request = work.Request(site, lines, body, unique);
            using var answer = await client.SendAsync(request, patience.Token);
            await answer.Content.CopyToAsync(Stream.Null, patience.Token);
            var took = Stopwatch.GetElapsedTime(intended);
            Interlocked.Decrement(ref open);
            return (int)answer.StatusCode == work.Good.Status
                ? took
                : throw new BadAnswerException(
                    $"{work.Method} {work.Path} answered {(int)answer.StatusCode} instead of {work.Good.Status}."
                );
        }
    }

    /// <summary>The system's own: .NET's timers go by milliseconds, which is as long as an answer takes.</summary>
    private static class Clock
    {
        public static void Rest(long ticks) => _ = Usleep((uint)Math.Min(900_000, Math.Max(1, ticks * 1_000_000 / Stopwatch.Frequency)));

        [DllImport("libc", EntryPoint = "usleep")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int Usleep(uint microseconds);
    }
}
