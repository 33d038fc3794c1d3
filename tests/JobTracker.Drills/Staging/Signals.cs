using System.Diagnostics;

namespace JobTracker.Drills.Staging;

/// <summary>Signals to processes.</summary>
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
}
