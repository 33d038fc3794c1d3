using System.Globalization;
using JobTracker.Drills.Load;

namespace JobTracker.Drills;

/// <summary>What a drill found: what its load saw, what was measured, and which expectations failed.</summary>
internal sealed class Findings
{
    private readonly List<string> failures = [];
    private readonly List<string> notes = [];

    public LoadResult? Load { get; private set; }
    public IReadOnlyList<string> Failures => failures;
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Why it did not run.</summary>
    public string? Skipped { get; private set; }

    public static Findings Skip(string why) => new() { Skipped = why };

    /// <summary>Something that must hold.</summary>
    public void Expect(bool holds, string sentence)
    {
        if (!holds)
            failures.Add(sentence);
    }

    /// <summary>Something that must not take longer.</summary>
    public void ExpectWithin(TimeSpan taken, TimeSpan most, string what)
    {
        Note($"{what}: {Seconds(taken)}");
        Expect(taken <= most, $"{what} took {Seconds(taken)}, and may take {Seconds(most)}");
    }

    /// <summary>For whoever reads the result.</summary>
    public void Note(string sentence) => notes.Add(sentence);

    /// <summary>Takes over a load's result, in which nothing may be lost, doubled or strange.</summary>
    public void Take(LoadResult load)
    {
        const int Shown = 3;
        Load = load;
        foreach (var lost in load.Found.Lost.Take(Shown))
            failures.Add($"lost: {lost}");
        foreach (var twice in load.Found.Duplicated.Take(Shown))
            failures.Add($"twice: {twice}");
        foreach (var bug in load.Bugs.Take(Shown))
            failures.Add($"logged: {bug}");
        foreach (var surprise in load.Ledger.Surprises.Take(Shown))
            failures.Add($"unexpected: {surprise}");
        Expect(!load.Tally.ByKind.ContainsKey("500"), $"{load.Tally.ByKind.GetValueOrDefault("500")} answers were 500");
        Expect(load.Tally.RefusedWithoutTime == 0, $"{load.Tally.RefusedWithoutTime} answers were 503 without Retry-After");
        if (load.Tally.Failures > 0)
            Note(
                "failed answers: "
                    + string.Join(", ", load.Tally.ByKind.Select(kind => $"{kind.Value} × {kind.Key}"))
                    + (load.Tally.SlowestRefusal > TimeSpan.Zero ? $"; slowest 503 under load: {Seconds(load.Tally.SlowestRefusal)}" : "")
            );
    }

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
