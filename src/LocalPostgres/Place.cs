namespace LocalPostgres;

/// <summary>What a server needs to run: programs, a user to run them as, and a folder that this user can work in.</summary>
internal sealed record Place(Binaries Binaries, Account Account, Cluster Cluster)
{
    // pg_ctl hands these paths to a shell between double quotes.
    private static readonly char[] NotForAShell = ['"', '$', '`', '\\'];

    /// <summary>Finds the programs, and a user that can run them in the folder.</summary>
    /// <exception cref="LocalPostgresException">There are no programs, or no such user, or pg_ctl cannot handle the path.</exception>
    public static async Task<Place> ChooseAsync(ServerOptions options, string folder, CancellationToken cancel)
    {
        CheckPath(folder);
        var binaries = await Binaries.FindAsync(options, cancel);
        CheckPath(binaries.Folder);
        var home = Relocation.HomeOf(folder);
        var (account, why) = await Account.ProbeAsync(binaries, home, cancel);
        return account is not null
            ? new Place(binaries, account, new Cluster(home))
            : await Relocation.MoveAsync(binaries, folder, why, cancel);
    }

    private static void CheckPath(string path)
    {
        if (!OperatingSystem.IsWindows() && path.IndexOfAny(NotForAShell) is var index and >= 0)
        {
            throw new LocalPostgresException(
                $"{path} contains {path[index]}, which PostgreSQL's pg_ctl cannot handle: use a path without it."
            );
        }
    }
}
