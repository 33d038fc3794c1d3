namespace LocalPostgres;

/// <summary>
/// The user that PostgreSQL's programs run as: ours, or, because they refuse to run as root, one without rights.
/// Windows needs none of this: there pg_ctl gives an administrator's rights up by itself.
/// </summary>
internal sealed class Account
{
    /// <summary>The number of "nobody" on Linux.</summary>
    private const uint Nobody = 65534;

    /// <summary>The user that started us; PostgreSQL runs as that user too.</summary>
    public static readonly Account Ours = new([], null);

    // The second one needs a kernel that lets root make user namespaces, and sees files as root does, without root's rights:
    // that works below a home folder that others cannot enter.
    private static readonly Account[] Unprivileged =
    [
        new(["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"], Nobody),
        new(["unshare", "--user", $"--map-user={Nobody}", $"--map-group={Nobody}"], 0),
    ];

    private readonly string[] prefix;
    private readonly uint? owner;

    private Account(string[] prefix, uint? owner)
    {
        this.prefix = prefix;
        this.owner = owner;
    }

    /// <summary>True where PostgreSQL must run as somebody else.</summary>
    public static bool MustChange => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The first way that truly runs these programs in this folder; null with the reasons when there is none.</summary>
    public static async Task<(Account? Account, string Why)> ProbeAsync(Binaries binaries, string folder, CancellationToken cancel)
    {
        if (!MustChange)
        {
            return (Ours, "");
        }

        var reasons = new List<string>();
        foreach (var account in Unprivileged)
        {
            var answer = await account.RunAsync(
                [
                    "/bin/sh",
                    "-c",
                    """cd "$1" && test "$(id -u)" != 0 && "$2" --version && "$3" --version""",
                    "sh",
                    folder,
                    binaries.InitDb,
                    binaries.Postgres,
                ],
                "/",
                cancel
            );
            if (answer.Succeeded)
            {
                return (account, "");
            }

            reasons.Add($"{account.prefix[0]}: {answer.Reason}");
        }

        return (null, string.Join("; ", reasons));
    }

    /// <summary>Runs a program as this user.</summary>
    public Task<CommandResult> RunAsync(IReadOnlyList<string> command, string workingFolder, CancellationToken cancel) =>
        CommandLine.RunAsync([.. prefix, .. command], workingFolder, cancel);

    /// <summary>Makes this user the owner of a folder and everything in it. Links are left alone, and never followed.</summary>
    public void Own(string folder)
    {
        if (owner is not { } user)
        {
            return;
        }

        NativeMethods.Own(folder, user);
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", everything))
        {
            NativeMethods.Own(path, user);
        }
    }
}
