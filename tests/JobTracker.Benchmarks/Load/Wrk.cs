using System.Diagnostics;
using System.Globalization;

namespace JobTracker.Benchmarks.Load;

/// <summary>wrk (Debian's package of the name): as many requests as some connections get answered.</summary>
internal static class Wrk
{
    public const int Connections = 16;

    // A busy machine may need longer for sixteen passwords at once than a short round lasts.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "wrk"))
        .FirstOrDefault(File.Exists);

    /// <summary>What to do where it is missing; null where it is there.</summary>
    public static string? Complaint =>
        Program is null ? "The load comes from wrk, which is not installed: apt-get install wrk, and run this again." : null;

    /// <param name="Requests">That were answered.</param>
    /// <param name="Seconds">How long it took.</param>
    /// <param name="Failed">Answers with a status of 400 or more, and connections that broke.</param>
    /// <param name="Bytes">Of all answers, with their heads.</param>
    /// <param name="Median">Of the times to an answer, at full load.</param>
    /// <param name="Slowest">The time that one in a hundred answers took at least.</param>
    public sealed record Result(long Requests, double Seconds, long Failed, long Bytes, TimeSpan Median, TimeSpan Slowest)
    {
        public double PerSecond => Requests / Seconds;
        public double BytesEach => (double)Bytes / Requests;
    }

    /// <exception cref="BadAnswerException">Answers were not what they must be.</exception>
    public static async Task<Result> RunAsync(Uri site, Work work, TimeSpan time, int connections = Connections)
    {
        var good = await Probe.LookAsync(site, work);
        var start = new ProcessStartInfo(Program!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-t2",
            $"-c{connections}",
            $"-d{(int)time.TotalSeconds}s",
            "--timeout",
            "10s",
            "-s",
            Path.Combine(AppContext.BaseDirectory, "Load", "load.lua"),
            site.ToString(),
            "--",
            work.Method,
            work.Path,
            work.HeadersFile,
            work.BodyFile,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var running = Process.Start(start)!;
        var output = await running.StandardOutput.ReadToEndAsync();
        var errors = await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith("RESULT ", StringComparison.Ordinal));
        if (line is null)
            throw new InvalidOperationException($"wrk gave no result: {errors}{output}");
        var numbers = line.Split(' ')[1..].Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var result = new Result(
            numbers[0],
            numbers[1] / 1e6,
            numbers[2],
            numbers[3],
            TimeSpan.FromMicroseconds(numbers[4]),
            TimeSpan.FromMicroseconds(numbers[5])
        );
        if (result.Failed > 0)
            throw new BadAnswerException($"{work.Method} {work.Path}: {result.Failed} of {result.Requests} answers failed.");
        if (result.Requests == 0)
            return time < Longest
                ? await RunAsync(site, work, time * 2, connections)
                : throw new BadAnswerException(
                    $"{work.Method} {work.Path}: nothing was answered in {time.TotalSeconds} s; the machine is too busy to measure."
                );
        Probe.Compare(work, result, good, connections);
        return result;
    }
}
