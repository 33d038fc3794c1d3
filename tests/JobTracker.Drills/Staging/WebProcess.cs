using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Drills.Staging;

/// <summary>One process of the app on a port of its own, which it keeps through kills and restarts.</summary>
internal sealed class WebProcess(string program, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private const int MostOfLine = 1_000;
    private readonly List<string> bugs = [];
    private JobTrackerProcess? process;

    public int Port { get; } = Ports.Free();

    /// <summary>What it has logged as a bug of its own: whatever the fault was, it is none.</summary>
    public IReadOnlyList<string> Bugs => [.. bugs, .. BugsOf(process)];

    /// <summary>A client past the proxy.</summary>
    public HttpClient Client() => new() { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Returns when it is ready to serve.</summary>
    public async Task StartAsync()
    {
        var environment = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}",
        };
        process = JobTrackerProcess.StartFrom(program, environment);
        using var ready = await process.CreateClientAsync();
    }

    /// <summary>Another run of the program with the same settings, for one of its commands.</summary>
    public JobTrackerProcess Command(string name) => JobTrackerProcess.StartFrom(program, settings, null, name);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        await process!.KillAsync();
        await ForgetAsync();
    }

    public Task TerminateAsync() => process!.TerminateAsync();

    /// <summary>The exit code, once it has ended.</summary>
    public async Task<int> ExitAsync()
    {
        var code = await process!.ExitAsync();
        await ForgetAsync();
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }

    private async Task ForgetAsync()
    {
        bugs.AddRange(BugsOf(process));
        await process!.DisposeAsync();
        process = null;
    }

    private static IEnumerable<string> BugsOf(JobTrackerProcess? process) =>
        (process?.Output ?? "")
            .Split('\n')
            .Where(line =>
                line.Contains("\"Bug: ", StringComparison.Ordinal) || line.Contains("\"Level\":\"Fatal\"", StringComparison.Ordinal)
            )
            .Select(line => JsonNode.Parse(line)!.Text("RenderedMessage") ?? line)
            .Select(said => said.Length > MostOfLine ? said[..MostOfLine] : said);
}
