using System.Diagnostics;
using System.Globalization;

namespace JobTracker.Drills.Staging;

/// <summary>Signals to processes, and who is whose child.</summary>
internal static class Signals
{
    /// <summary>One command for all of them, so that none sees another one fall. Those that are gone already are no error.</summary>
    public static async Task SendAsync(string signal, IReadOnlyCollection<int> processes)
    {
        if (processes.Count == 0)
            return;
        // The shell's own kill: a small machine may have no other.
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {string.Join(' ', processes)} 2> /dev/null"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The process and its children, itself first.</summary>
    public static IReadOnlyList<int> FamilyOf(int parent) =>
        [
            parent,
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id != 0 && ParentOf(id) == parent),
        ];

    // "123 (name) S 1 …": the parent is the second word after the name, which may hold spaces (proc_pid_stat(5)).
    private static int? ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // it ended just now
        }
    }
}
