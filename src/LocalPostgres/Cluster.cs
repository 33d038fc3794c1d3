using System.Security.Cryptography;

namespace LocalPostgres;

/// <summary>A data folder: the cluster itself, the password of its only user, its log, the port it used last.</summary>
internal sealed class Cluster(string folder)
{
    /// <summary>The superuser that initdb makes, the only one.</summary>
    public const string User = "postgres";

    public string Folder => folder;

    /// <summary>PostgreSQL's own folder (PGDATA). It is there completely or not at all.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, "cluster");

    public string Log => System.IO.Path.Combine(Path, "server.log");

    public string PortFile => System.IO.Path.Combine(folder, "port");

    public string PasswordFile => System.IO.Path.Combine(folder, "password");

    // Where initdb works until it has finished. What an interrupted one left is thrown away.
    private string Unfinished => System.IO.Path.Combine(folder, "unfinished");

    /// <summary>Makes the folder that holds everything. A user without rights must be able to pass through it, but not to look inside.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, Account.MustChange ? Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : Private);
    }

    /// <summary>Makes the cluster if there is none, checks that these programs fit it, and hands out its password.</summary>
    /// <exception cref="LocalPostgresException">It belongs to another version, its password is gone, or initdb failed.</exception>
    public async Task<string> PrepareAsync(Binaries binaries, Account account, ServerOptions options, CancellationToken cancel)
    {
        DeleteUnfinished();
        if (!Directory.Exists(Path))
        {
            await CreateAsync(binaries, account, options, cancel);
        }

        Check(binaries, options);
        account.Own(Path);
        return await File.ReadAllTextAsync(PasswordFile, cancel);
    }

    private async Task CreateAsync(Binaries binaries, Account account, ServerOptions options, CancellationToken cancel)
    {
        var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
        SecretFile.Write(PasswordFile, password);

        // initdb must read the password as the user that it runs as: a copy of the file is that user's.
        MakeFolder(Unfinished);
        var copy = System.IO.Path.Combine(Unfinished, "password");
        SecretFile.Write(copy, password);
        account.Own(Unfinished);

        var half = System.IO.Path.Combine(Unfinished, "cluster");
        var made = await account.RunAsync([binaries.InitDb, .. InitDbArguments(binaries, half, copy, options)], folder, cancel);
        if (!made.Succeeded)
        {
            throw new LocalPostgresException(
                $"initdb could not make a database in {folder} ({made.Reason}): look at the disk and the folder's rights{options.OrAnotherFolder}."
            );
        }

        Directory.Move(half, Path);
        DeleteUnfinished();
    }

    private static IEnumerable<string> InitDbArguments(Binaries binaries, string half, string passwordFile, ServerOptions options)
    {
        yield return $"--pgdata={half}";
        yield return $"--username={User}";
        yield return $"--pwfile={passwordFile}";
        yield return "--auth=scram-sha-256";
        yield return "--encoding=UTF8";
        if (binaries.Version >= 17)
        {
            // The same order and case rules on every system, from PostgreSQL itself.
            yield return "--locale-provider=builtin";
            yield return "--builtin-locale=C.UTF-8";
            yield return "--locale=C";
        }
        else
        {
            yield return OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C";
            yield return "--lc-messages=C";
        }

        if (!options.Durable)
        {
            yield return "--no-sync";
        }
    }

    private void Check(Binaries binaries, ServerOptions options)
    {
        var versionFile = System.IO.Path.Combine(Path, "PG_VERSION");
        var version = File.Exists(versionFile) ? File.ReadAllText(versionFile).Trim() : "";
        if (!string.Equals(version, $"{binaries.Version}", StringComparison.Ordinal))
        {
            throw new LocalPostgresException(
                version.Length == 0
                    ? $"{Path} is no PostgreSQL cluster: move it away{options.OrAnotherFolder}."
                    : $"The data folder {folder} was made by PostgreSQL {version} and {binaries.Folder} is PostgreSQL {binaries.Version}: "
                        + $"set {options.BinariesSetting} to the programs of PostgreSQL {version}, or move the folder away to begin anew{options.OrAnotherFolder}."
            );
        }

        if (!File.Exists(PasswordFile))
        {
            throw new LocalPostgresException(
                $"The password of the cluster in {folder} is missing ({PasswordFile}): put the file back, or delete the folder to begin anew."
            );
        }
    }

    private void DeleteUnfinished()
    {
        if (Directory.Exists(Unfinished))
        {
            Directory.Delete(Unfinished, recursive: true);
        }
    }
}
