using System.Diagnostics;
using System.Globalization;

namespace LocalPostgres;

/// <summary>
/// What a server writes into postmaster.pid while it runs, and leaves there when it is killed. The number alone proves nothing.
/// (PostgreSQL's miscadmin.h lists the lines: 1 the process, 3 the second of its start.)
/// </summary>
internal sealed record PostmasterFile(int ProcessId, DateTimeOffset Started)
{
    // The file is written a moment after the process began; starting up is what takes the time.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    /// <summary>The file of a cluster; null when there is none, or when it was cut off while being written.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(cluster));
            return
                lines.Length > 2
                && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
                && long.TryParse(lines[2], CultureInfo.InvariantCulture, out var started)
                ? new PostmasterFile(process, DateTimeOffset.FromUnixTimeSeconds(started))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Removes the file of a server that is known to have ended: PostgreSQL would respect it while any process has that number.</summary>
    public static void Remove(string cluster)
    {
        if (Directory.Exists(cluster))
        {
            File.Delete(PathIn(cluster));
        }
    }

    /// <summary>Whether a process with this number is a PostgreSQL that began when the file says.</summary>
    public bool FitsItsProcess()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.Equals("postgres", StringComparison.Ordinal)
                && (process.StartTime.ToUniversalTime() - Started.UtcDateTime).Duration() < Tolerance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");
}
