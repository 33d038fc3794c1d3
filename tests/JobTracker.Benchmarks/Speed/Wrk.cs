using System.Diagnostics;
using System.Globalization;

namespace JobTracker.Benchmarks.Speed;

/// <summary>wrk (Debian's package of the name): as many requests as sixteen connections get answered.</summary>
internal static class Wrk
{
    private const int Connections = 16;

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
        public double BytesEach => Requests == 0 ? 0 : (double)Bytes / Requests;
    }

    public static async Task<Result> RunAsync(Uri site, Work work, TimeSpan time)
    {
        var start = new ProcessStartInfo(Program!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-t2",
            $"-c{Connections}",
            $"-d{(int)time.TotalSeconds}s",
            "--timeout",
            "10s",
            "-s",
            Path.Combine(AppContext.BaseDirectory, "Speed", "load.lua"),
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
        return new Result(
            numbers[0],
            numbers[1] / 1e6,
            numbers[2],
            numbers[3],
            TimeSpan.FromMicroseconds(numbers[4]),
            TimeSpan.FromMicroseconds(numbers[5])
        );
    }
}

/// <summary>One kind of request.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The same for everybody.</param>
/// <param name="HeadersFile">A line for each person who may ask.</param>
/// <param name="BodyFile">What is sent; "-" for nothing.</param>
internal sealed record Work(string Method, string Path, string HeadersFile, string BodyFile = "-");
