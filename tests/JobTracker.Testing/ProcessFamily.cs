using System.Globalization;

namespace JobTracker.Testing;

/// <summary>A process of Linux and its children, as /proc tells of them.</summary>
public static class ProcessFamily
{
    // The kernel counts processor time in hundredths of a second for programs, whatever its own clock is (proc_pid_stat(5), sysconf(3)).
    private const double TicksPerSecond = 100;

    /// <summary>The process and its children, itself first.</summary>
    public static IReadOnlyList<int> Of(int parent) =>
        [
            parent,
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id != 0 && StatOf(id) is { } stat && stat[1] == parent.ToString(CultureInfo.InvariantCulture)),
        ];

    /// <summary>How long the process, the children that it has and those that have ended kept processors busy so far.</summary>
    public static TimeSpan ProcessorTime(int parent)
    {
        var ticks = 0L;
        foreach (var process in Of(parent))
        {
            if (StatOf(process) is not { } stat)
                continue;
            // utime and stime; of the parent also cutime and cstime, where children go that have ended.
            var last = process == parent ? 14 : 12;
            for (var field = 11; field <= last; field++)
                ticks += long.Parse(stat[field], CultureInfo.InvariantCulture);
        }
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    // "123 (name) S 1 …": what comes after the name, which may hold spaces; null when the process ended just now.
    private static string[]? StatOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
