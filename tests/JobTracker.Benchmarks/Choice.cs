namespace JobTracker.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Command">Which benchmark; null for those of docs/performance.md.</param>
/// <param name="Quick">The short form, which shows that everything works and measures nothing.</param>
/// <param name="WithoutL">Without the million applications.</param>
/// <param name="App">A folder of the published program, instead of publishing it.</param>
internal sealed record Choice(string? Command, bool Quick, bool WithoutL, string? App)
{
    /// <summary>The parts of docs/performance.md, in its order.</summary>
    public static readonly string[] Parts = ["startup", "speed", "requests", "growth", "browser"];

    private static readonly string[] Others = ["statistics", "coach", "export", "enumeration"];

    private static readonly string Usage =
        "Usage: dotnet run -c Release --project tests/JobTracker.Benchmarks "
        + $"[-- [{string.Join('|', Parts.Concat(Others))}] [--quick] [--without-l] [--app FOLDER]]";

    /// <summary>Whether a part of docs/performance.md is to be measured.</summary>
    public bool Asks(string part) => Command == part || (Command is null && !(part == "growth" && WithoutL));

    /// <exception cref="UsageException">It cannot be meant.</exception>
    public static Choice Of(string[] args)
    {
        var choice = new Choice(null, false, false, null);
        for (var at = 0; at < args.Length; at++)
        {
            choice = args[at] switch
            {
                "--quick" => choice with { Quick = true },
                "--without-l" => choice with { WithoutL = true },
                "--app" when at + 1 < args.Length => choice with { App = Program(args[++at]) },
                "--app" => throw new UsageException($"--app wants the folder that dotnet publish wrote to.\n{Usage}"),
                ['-', ..] option => throw new UsageException($"There is no option {option}.\n{Usage}"),
                var name when !Parts.Concat(Others).Contains(name, StringComparer.Ordinal) => throw new UsageException(
                    $"There is no benchmark {name}.\n{Usage}"
                ),
                var name when choice.Command is null => choice with { Command = name },
                var name => throw new UsageException($"One benchmark or all of them: {choice.Command} or {name}.\n{Usage}"),
            };
        }
        return choice is { WithoutL: true, Command: "growth" or "statistics" }
            ? throw new UsageException($"{choice.Command} is about nothing else than the million applications that --without-l leaves out.")
            : choice;
    }

    private static string Program(string folder) =>
        File.Exists(Path.Combine(folder, "JobTracker.dll"))
            ? Path.GetFullPath(folder)
            : throw new UsageException($"There is no JobTracker.dll in {folder}: name the folder that dotnet publish wrote to.");
}

/// <summary>Why something cannot be done, as a sentence that says how to go on.</summary>
internal sealed class UsageException(string message) : Exception(message);
