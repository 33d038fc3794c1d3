using System.Globalization;
using System.Runtime.InteropServices;
using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Benchmarks;

/// <summary>On what something was measured.</summary>
internal static class Machine
{
    private const double Gigabyte = 1L << 30;

    /// <summary>How much memory programs may still take, in bytes: the machine's, or what a container or a setting of .NET leaves of it.</summary>
    public static long FreeMemory =>
        Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, OperatingSystem.IsLinux() ? InMemInfo("MemAvailable") : long.MaxValue);

    public static async Task DescribeAsync()
    {
        await using var connection = new NpgsqlConnection((await TestCluster.GetAsync()).ConnectionString("postgres"));
        await connection.OpenAsync();
        Report.Paragraph(
            $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} on {Environment.ProcessorCount} cores ({Processor}) with {InMemInfo("MemTotal") / Gigabyte:0} GB of memory, {System}, {RuntimeInformation.FrameworkDescription}, PostgreSQL {connection.ServerVersion}, which writes without waiting for the disk. App, limit, database and load share the cores."
        );
    }

    private static string Processor =>
        ValueOf("/proc/cpuinfo", "model name", ':') is { Length: > 0 } name ? name : RuntimeInformation.ProcessArchitecture.ToString();

    private static string System =>
        ValueOf("/etc/os-release", "PRETTY_NAME", '=') is { Length: > 0 } name ? name.Trim('"') : RuntimeInformation.OSDescription;

    private static long InMemInfo(string field) =>
        1024 * long.Parse(ValueOf("/proc/meminfo", field, ':').Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string ValueOf(string file, string name, char separator) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .Select(line => line.Split(separator, 2))
                .Where(line => line.Length == 2 && line[0].Trim() == name)
                .Select(line => line[1].Trim())
                .FirstOrDefault("")
            : "";
}
