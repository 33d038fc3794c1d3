using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using JobTracker.Testing.Logs;

namespace JobTracker.Testing;

/// <summary>The built app as a process of its own, with an environment that a test chooses and nothing else: for starting, stopping and killing.</summary>
public sealed partial class JobTrackerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // What the runtime needs of this machine; no setting of ours may come from the surroundings of the tests.
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "LANG", "DOTNET_ROOT", "SystemRoot", "TEMP", "USERPROFILE"];

    private readonly Process process;
    private readonly bool isCommand;
    private readonly int words = LogWords.Begin();
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JobTrackerProcess(ProcessStartInfo start, bool isCommand)
    {
        this.isCommand = isCommand;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data, output);
        process.ErrorDataReceived += (_, line) => Take(line.Data, errors);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts <c>dotnet JobTracker.dll</c>, as a container does.</summary>
    /// <param name="environment">Variables by name, as an operator writes them.</param>
    /// <param name="folder">The folder it starts in, where Development keeps its data; any when left out.</param>
    /// <param name="arguments">What stands after the program.</param>
    public static JobTrackerProcess Start(
        IEnumerable<KeyValuePair<string, string>> environment,
        string? folder = null,
        params string[] arguments
    ) => StartFrom(AppContext.BaseDirectory, environment, folder, arguments);

    /// <summary>The same with a program that was published somewhere.</summary>
    /// <param name="program">The folder of <c>JobTracker.dll</c>, in which it starts where no other is named.</param>
    /// <param name="environment">Variables by name, as an operator writes them.</param>
    /// <param name="folder">The folder it starts in.</param>
    /// <param name="arguments">What stands after the program.</param>
    public static JobTrackerProcess StartFrom(
        string program,
        IEnumerable<KeyValuePair<string, string>> environment,
        string? folder = null,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(DotNet)
        {
            WorkingDirectory = folder ?? program,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(program, "JobTracker.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new JobTrackerProcess(start, isCommand: arguments.Length > 0);
    }

    /// <summary>Its number, by which Linux tells more about it.</summary>
    public int Id => process.Id;

    /// <summary>Whether further lines are dropped: under load they would fill the memory of whoever measures.</summary>
    public bool ForgetsOutput { get; set; }

    /// <summary>How much memory it has held at most so far, in bytes.</summary>
    public long LargestSize
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>How much memory it holds now, in bytes.</summary>
    public long Size
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>How long it has kept processors busy so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>All lines so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>All lines of standard error so far.</summary>
    public string Errors => string.Join('\n', errors);

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> ListeningAsync()
    {
        var first = await Task.WhenAny(listening.Task, process.WaitForExitAsync()).WaitAsync(Patience);
        return first == listening.Task
            ? await listening.Task
            : throw new InvalidOperationException($"It stopped with {await ExitAsync()}: {Errors}\n{Output}");
    }

    /// <summary>A client that follows no redirection and keeps its own cookies, once the app is ready for it: hosts, too, let nobody in before.</summary>
    public async Task<HttpClient> CreateClientAsync()
    {
        var client = new HttpClient(new SentWords(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }))
        {
            BaseAddress = await ListeningAsync(),
        };
        var asked = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return client;
            if (asked.Elapsed > Patience)
                throw new TimeoutException($"It is not ready: {Errors}\n{Output}");
        }
    }

    /// <summary>The exit code, after all output has been read.</summary>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>As <c>kill -9</c>: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await ExitAsync();
    }

    /// <summary>SIGTERM, as hosts send it before they stop a container.</summary>
    public async Task TerminateAsync()
    {
        // The shell's own kill: a small machine may have no other.
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // With its private PostgreSQL, which a killed app would leave running.
            await TerminateAsync();
            await ExitAsync();
        }
        process.Dispose();
        // Commands say what they were asked for: whom they made an administrator, where an invitation leads.
        if (!isCommand)
            WatchedLog.AssertClean([.. output, .. errors], words);
    }

    private static string DotNet =>
        Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        );

    private void Take(string? line, ConcurrentQueue<string> lines)
    {
        if (line is null || ForgetsOutput)
            return;
        lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } found)
            listening.TrySetResult(new Uri(found.Value));
    }

    // One line for people in Development, JSON elsewhere.
    [GeneratedRegex("""(?<=Now listening on: (\\")?)http://[^"\\\s]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
