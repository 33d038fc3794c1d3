using System.Diagnostics;

namespace LocalPostgres;

/// <summary>
/// Ends whatever PostgreSQL lives in a data folder: our own at the end, and at the start one whose app was killed,
/// sessions that outlived a killed server, or an initdb that was left alone.
/// </summary>
internal sealed class Shutdown(Place place)
{
    private readonly Cluster cluster = place.Cluster;
    private readonly ClusterProcesses processes = new(place.Cluster.Folder, place.Account);

    /// <summary>Returns when nothing runs there any more and the cluster can be started or deleted.</summary>
    /// <exception cref="LocalPostgresException">A process cannot be told apart, or does not end.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            await RunOnWindowsAsync(cancel);
            return;
        }

        if (
            !await EndAsync(gentle: true, PosixSignalNumber.Terminate, TimeSpan.FromSeconds(30), cancel)
            && !await EndAsync(gentle: false, PosixSignalNumber.ImmediateShutdown, TimeSpan.FromSeconds(5), cancel)
            && !await EndAsync(gentle: false, PosixSignalNumber.Kill, TimeSpan.FromSeconds(5), cancel)
        )
        {
            throw new LocalPostgresException($"PostgreSQL's processes in {cluster.Folder} do not end: stop them yourself and start again.");
        }

        PostmasterFile.Remove(cluster.Path);
    }

    /// <summary>Signals every process of the folder, or gently the main one alone, which ends its own; true once none is left.</summary>
    private async Task<bool> EndAsync(bool gentle, PosixSignalNumber signal, TimeSpan patience, CancellationToken cancel)
    {
        var postmaster = PostmasterFile.Read(cluster.Path);
        var running = await processes.FindAsync(postmaster, cancel);
        if (gentle && postmaster is not null && running.Contains(postmaster.ProcessId))
        {
            running = [postmaster.ProcessId];
            signal = PosixSignalNumber.FastShutdown;
        }

        foreach (var process in running)
        {
            NativeMethods.Send(process, signal);
        }

        var watch = Stopwatch.StartNew();
        while (running.Any(ClusterProcesses.Runs) && watch.Elapsed < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancel);
        }

        return running.Count == 0 || (await processes.FindAsync(postmaster, cancel)).Count == 0;
    }

    private async Task RunOnWindowsAsync(CancellationToken cancel)
    {
        foreach (var mode in new[] { "fast", "immediate" })
        {
            if ((await processes.FindAsync(PostmasterFile.Read(cluster.Path), cancel)).Count == 0)
            {
                break;
            }

            string[] stop = [place.Binaries.PgCtl, "stop", "-D", cluster.Path, "-m", mode, "-w", "-t", "30", "-s"];
            await place.Account.RunAsync(stop, cluster.Folder, cancel);
        }
    }
}
