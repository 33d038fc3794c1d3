using System.Globalization;
using JobTracker.Benchmarks.Load;

namespace JobTracker.Benchmarks;

/// <summary>What a machine must have; asked for before anything is begun.</summary>
internal static class Needs
{
    private const double Gigabyte = 1L << 30;
    private const double MemoryForL = 4;
    private const double DiskForL = 8;

    private static readonly string[] WithLoad = ["speed", "requests", "growth"];
    private static readonly string[] WithL = ["growth", "statistics"];

    /// <exception cref="UsageException">Something is missing.</exception>
    public static void Check(Choice choice)
    {
        if (!OperatingSystem.IsLinux() && Choice.Parts.Any(choice.Asks))
            throw new UsageException("Speed is measured on Linux only: processor times and memory come from /proc.");
        if (!choice.Quick && WithL.Any(part => choice.Asks(part) || choice.Command == part))
        {
            var wayOut = choice.Command is null ? "add --without-l to measure everything else" : "measure something else";
            Compare("memory", Machine.FreeMemory / Gigabyte, MemoryForL, wayOut);
            var disk = new DriveInfo(Path.GetTempPath());
            Compare("disk below the folder for temporary files", disk.AvailableFreeSpace / Gigabyte, DiskForL, wayOut);
        }
        if (WithLoad.Any(choice.Asks) && Wrk.Complaint is { } complaint)
            throw new UsageException(complaint);
    }

    private static void Compare(string what, double free, double needed, string wayOut)
    {
        if (free < needed)
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A million applications need {needed:0} GB of {what}, and {free:0.0} GB are free: free more, or {wayOut}."
                )
            );
    }
}
