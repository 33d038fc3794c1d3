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
        if (WithLoad.Any(choice.Asks) && Wrk.Complaint is { } complaint)
            throw new UsageException(complaint);
        if (choice.Quick || !WithL.Any(part => choice.Asks(part) || choice.Command == part))
            return;
        Compare("memory", Machine.FreeMemory / Gigabyte, MemoryForL);
        Compare("disk below the folder for temporary files", new DriveInfo(Path.GetTempPath()).AvailableFreeSpace / Gigabyte, DiskForL);
    }

    private static void Compare(string what, double free, double needed)
    {
        if (free < needed)
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A million applications need {needed:0} GB of {what}, and {free:0.0} GB are free: free more, or add --without-l to measure everything else."
                )
            );
    }
}
