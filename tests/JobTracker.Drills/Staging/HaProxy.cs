using System.Net;
using JobTracker.Testing;

namespace JobTracker.Drills.Staging;

/// <summary>HAProxy with the configuration that the project ships, before the two processes.</summary>
internal static class HaProxy
{
    /// <summary>Returns when a request through it is answered by a process that is ready.</summary>
    /// <param name="port">Where it listens.</param>
    /// <param name="first">Port of a process.</param>
    /// <param name="second">Port of the other.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<Daemon> StartAsync(int port, int first, int second, CancellationToken cancel)
    {
        var file = Path.Combine(ProjectFolder.Root, "deploy", "haproxy", "haproxy.cfg");
        var daemon = new Daemon(
            Tool.HaProxy.Path!,
            ["-db", "-f", file],
            [
                new("JOBTRACKER_BIND", $"127.0.0.1:{port}"),
                new("JOBTRACKER_ONE", $"127.0.0.1:{first}"),
                new("JOBTRACKER_TWO", $"127.0.0.1:{second}"),
            ]
        );
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        try
        {
            await daemon.UntilAsync(() => IsReadyAsync(client, cancel), cancel);
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
