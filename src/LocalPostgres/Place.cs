namespace LocalPostgres;

/// <summary>What a server needs to run: programs, a user to run them as, and a folder that this user can work in.</summary>
internal sealed record Place(Binaries Binaries, Account Account, Cluster Cluster)
{
    /// <summary>Finds the programs, and a user that can run them in the folder.</summary>
    /// <exception cref="LocalPostgresException">There are no programs, or no such user.</exception>
    public static async Task<Place> ChooseAsync(ServerOptions options, string folder, CancellationToken cancel)
    {
        var binaries = await Binaries.FindAsync(options, cancel);
        var (account, why) = await Account.ProbeAsync(binaries, folder, cancel);
        return account is not null
            ? new Place(binaries, account, new Cluster(folder))
            : throw new LocalPostgresException(
                $"PostgreSQL does not run as root, and no other user could run it ({why}): start as an ordinary user."
            );
    }
}
