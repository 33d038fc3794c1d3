using System.Globalization;

namespace JobTracker.Benchmarks;

/// <summary>What a process holds of the machine's memory, in bytes, as Linux counts it (proc_pid_status(5)).</summary>
/// <param name="Resident">All of it, with the parts of files that other processes share.</param>
/// <param name="Anonymous">What is its own alone: the heap and the stacks.</param>
/// <param name="Peak">The most that was resident so far.</param>
internal sealed record Memory(long Resident, long Anonymous, long Peak)
{
    private const int MostUnderLoad = 200;

    public static Memory Of(int process)
    {
        var fields = File.ReadLines($"/proc/{process}/status")
            .Select(line => line.Split(':', 2))
            .ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        return new Memory(Bytes("VmRSS"), Bytes("RssAnon"), Bytes("VmHWM"));

        long Bytes(string field) =>
            1024 * long.Parse(fields[field].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    public static string UnderLoad(IReadOnlyList<Memory> rounds)
    {
        var peak = rounds.Max(round => round.Peak) / 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"at most {peak:0} MB resident, of which {rounds.Max(round => round.Anonymous) / 1e6:0} MB anonymous at the end of a round "
                + $"(budget ≤ {MostUnderLoad} MB: {Report.Verdict(peak <= MostUnderLoad)})."
        );
    }
}
