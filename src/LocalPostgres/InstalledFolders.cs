namespace LocalPostgres;

/// <summary>Where an installed PostgreSQL keeps its programs: PATH, then the versioned folders of packagers, the newest first.</summary>
internal static class InstalledFolders
{
    // Debian, Red Hat, Homebrew on ARM and on Intel, Postgres.app, the Windows installer. The version stands where the star is.
    private static readonly string[] Unix =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
    ];

    /// <summary>Folders that hold a postgres, best first.</summary>
    public static IEnumerable<string> All() => FromPath().Concat(Versioned());

    private static IEnumerable<string> FromPath()
    {
        var program = OperatingSystem.IsWindows() ? "postgres.exe" : "postgres";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(folder => Path.IsPathFullyQualified(folder) && File.Exists(Path.Combine(folder, program)));
    }

    private static IEnumerable<string> Versioned()
    {
        string[] patterns = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
            : Unix;
        return patterns.SelectMany(Matches).OrderByDescending(match => match.Version).Select(match => match.Folder);
    }

    private static IEnumerable<(string Folder, int Version)> Matches(string pattern)
    {
        var bin = Path.GetFileName(pattern);
        var versioned = Path.GetDirectoryName(pattern)!;
        var parent = Path.GetDirectoryName(versioned)!;
        var name = Path.GetFileName(versioned);
        if (!Directory.Exists(parent))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(parent, name))
        {
            var version = Path.GetFileName(folder)[(name.Length - 1)..];
            if (int.TryParse(version, out var major) && Directory.Exists(Path.Combine(folder, bin)))
            {
                yield return (Path.Combine(folder, bin), major);
            }
        }
    }
}
