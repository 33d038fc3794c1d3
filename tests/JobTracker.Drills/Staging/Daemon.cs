using System.Collections.Concurrent;
using System.Diagnostics;

namespace JobTracker.Drills.Staging;

/// <summary>HAProxy or pgbouncer, in the foreground, with its output kept for the case that something goes wrong.</summary>
internal sealed class Daemon : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    public Daemon(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Returns when it does what it is for.</summary>
    /// <exception cref="InvalidOperationException">It ended, or does not get there; with what it wrote.</exception>
    public async Task UntilAsync(Func<Task<bool>> serves, CancellationToken cancel)
    {
        if (!await Pause.UntilAsync(async () => process.HasExited || await serves(), Patience, cancel) || process.HasExited)
            throw new InvalidOperationException($"{process.StartInfo.FileName} does not serve: {string.Join('\n', output)}");
    }

    /// <summary>At once, whatever it has open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        const int Most = 200;
        if (line is null)
            return;
        output.Enqueue(line);
        while (output.Count > Most)
            output.TryDequeue(out _);
    }
}
