namespace JobTracker.Drills;

/// <summary>What the command line asks for.</summary>
/// <param name="Drills">Which, in the order of the roster.</param>
/// <param name="Quick">The short form.</param>
/// <param name="List">Only say what there is.</param>
/// <param name="App">A folder of the published program, instead of publishing it.</param>
internal sealed record Choice(IReadOnlyList<Drill> Drills, bool Quick, bool List, string? App)
{
    public const string Usage = "Usage: dotnet run --project tests/JobTracker.Drills [-- [--quick] [--list] [--app FOLDER] [NAME …]]";

    /// <exception cref="UsageException">It cannot be meant.</exception>
    public static Choice Of(string[] args)
    {
        var (quick, list, app) = (false, false, (string?)null);
        var names = new List<string>();
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--list":
                    list = true;
                    break;
                case "--app" when at + 1 < args.Length:
                    app = Path.GetFullPath(args[++at]);
                    break;
                case var name when Roster.All.Any(drill => drill.Name == name):
                    names.Add(name);
                    break;
                case var unknown:
                    throw new UsageException($"There is no drill {unknown}; --list says which there are.\n{Usage}");
            }
        }
        if (app is not null && !File.Exists(Path.Combine(app, "JobTracker.dll")))
            throw new UsageException($"There is no JobTracker.dll in {app}: name the folder that dotnet publish wrote to.");
        return new Choice(
            [
                .. Roster.All.Where(drill =>
                    names.Count == 0 ? !quick || drill.IsInShortForm : names.Contains(drill.Name, StringComparer.Ordinal)
                ),
            ],
            quick,
            list,
            app
        );
    }
}

/// <summary>Why the command line cannot be meant, as a sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);
