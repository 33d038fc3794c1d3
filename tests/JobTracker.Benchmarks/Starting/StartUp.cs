using System.Diagnostics;
using System.Globalization;
using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Starting;

/// <summary>From the start of the process to its first answer, and what it holds when nobody asks anything.</summary>
internal static class StartUp
{
    private const int Rounds = 7;
    private const int MostTries = 5;
    private const double MostMemory = 120;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan MostOfFirstRun = TimeSpan.FromSeconds(4);

    // What somebody without an account sees, and what a program asks first.
    private static readonly string[] FirstPages = ["/", "/account/sign-in", "/account/register", "/meta", "/openapi/v1.json"];

    public static async Task RunAsync(string program, bool quick)
    {
        Report.Section("Start and memory", "From the start of the process to the end of its first answer, which is the landing page.");
        Report.Progress("Start-up: the published app.");
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        var times = new List<TimeSpan>();
        var memory = new List<Memory>();
        for (var round = 0; round < (quick ? 1 : Rounds); round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await using var process = JobTrackerProcess.StartFrom(program, House.Settings(database.ConnectionString));
            using var client = new HttpClient { BaseAddress = await process.ListeningAsync() };
            await ReadAsync(client, FirstPages[0]);
            times.Add(Stopwatch.GetElapsedTime(begun));
            foreach (var page in FirstPages[1..])
                await ReadAsync(client, page);
            memory.Add(Memory.Of(process.Id));
        }
        Report.Progress("Start-up: dotnet run.");
        using var folder = new OwnFolder();
        var first = await FirstRun.MeasureAsync(folder.Path);
        var later = new List<TimeSpan>();
        for (var round = 0; round < (quick ? 1 : Rounds - 2); round++)
            later.Add(await FirstRun.MeasureAsync(folder.Path));

        Report.Head("start", "runs", "ms: median (range)", "budget", "");
        Row("the published app, on a migrated database", times, Most);
        Row("dotnet run --no-build, with its own PostgreSQL and data that is there", later, MostOfFirstRun);
        Report.Row(
            "the same with an empty folder: makes the cluster, the schema and the demo account",
            "1",
            first.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
            "–",
            "–"
        );
        var resident = Figures.Of(memory, figure => figure.Resident / 1e6);
        Report.Paragraph(
            $"Memory after the first pages, with nobody asking: {resident.WithRange("0")} MB resident, of which {Figures.Of(memory, figure => figure.Anonymous / 1e6).WithRange("0")} MB anonymous (budget ≤ {MostMemory} MB: {Report.Verdict(resident.Median <= MostMemory)})."
        );
    }

    private static void Row(string name, List<TimeSpan> times, TimeSpan most)
    {
        var figures = Figures.Of(times, time => time.TotalMilliseconds);
        Report.Row(
            name,
            $"{times.Count}",
            figures.WithRange("0"),
            string.Create(CultureInfo.InvariantCulture, $"≤ {most.TotalMilliseconds:0}"),
            Report.Verdict(figures.Median <= most.TotalMilliseconds)
        );
    }

    private static async Task ReadAsync(HttpClient client, string path)
    {
        // On a machine that is busy with other things the first look into the database may run into the app's own time limit.
        for (var times = 0; times < MostTries; times++)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.IsSuccessStatusCode)
                return;
        }
        throw new BadAnswerException($"{path} has no good answer after {MostTries} tries; the machine is too busy to measure.");
    }

    private sealed class OwnFolder : IDisposable
    {
        public string Path { get; } = Reachable(Directory.CreateTempSubdirectory("jobtracker-start-").FullName);

        public void Dispose() => Directory.Delete(Path, recursive: true);

        // PostgreSQL runs as somebody without rights when we are root.
        private static string Reachable(string folder)
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            return folder;
        }
    }
}
