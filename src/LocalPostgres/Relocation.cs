using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace LocalPostgres;

/// <summary>
/// Root's last resort: when an unprivileged user cannot reach the programs or the data (they lie below root's home) and the
/// kernel makes no user namespaces, they are copied to a folder that every user can pass through.
/// </summary>
internal static class Relocation
{
    // Only root can write to its parent, so that nobody else can have put something there.
    private const string Root = "/var/lib/local-postgres";

    // What lies side by side in an installation; postgres finds the rest from where it stands itself.
    private static readonly string[] ProgramParts = ["bin", "lib", "share"];

    private const UnixFileMode Open =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>Where the data of a folder are: there, or where they were moved to. Who deletes the folder begins anew.</summary>
    public static string HomeOf(string folder) => MovedTo(folder) ?? folder;

    /// <summary>Deletes the data of a folder that had to be moved.</summary>
    public static void DeleteMovedData(string folder)
    {
        if (MovedTo(folder) is { } home && Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }
    }

    /// <summary>Copies the programs and, if that does not suffice, moves the data.</summary>
    /// <exception cref="LocalPostgresException">No unprivileged user can run PostgreSQL there either.</exception>
    public static async Task<Place> MoveAsync(Binaries binaries, string folder, string why, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw NoUser(why);
        }

        Directory.CreateDirectory(Root, Open);
        var programs = await CopyProgramsAsync(binaries, cancel);
        var home = HomeOf(folder);
        var (account, _) = await Account.ProbeAsync(programs, home, cancel);
        if (account is null && string.Equals(home, folder, StringComparison.Ordinal))
        {
            home = await MoveDataAsync(new Place(binaries, Account.Ours, new Cluster(folder)), cancel);
            (account, why) = await Account.ProbeAsync(programs, home, cancel);
        }

        return account is not null ? new Place(programs, account, new Cluster(home)) : throw NoUser(why);
    }

    private static LocalPostgresException NoUser(string why) =>
        new($"PostgreSQL does not run as root, and no other user could run it here ({why}): start as an ordinary user.");

    private static string Marker(string folder) => Path.Combine(folder, "moved-to");

    private static string? MovedTo(string folder)
    {
        var home = File.Exists(Marker(folder)) ? File.ReadAllText(Marker(folder)).Trim() : "";
        return home.StartsWith(Root + "/data-", StringComparison.Ordinal) ? home : null;
    }

    // One copy for each version of the programs, complete or not there at all.
    [UnsupportedOSPlatform("windows")]
    private static async Task<Binaries> CopyProgramsAsync(Binaries binaries, CancellationToken cancel)
    {
        var original = new FileInfo(binaries.Postgres);
        var identity = $"{original.FullName}|{original.Length}|{original.LastWriteTimeUtc:O}";
        var home = Path.Combine(Root, $"programs-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]}");
        if (!Directory.Exists(home))
        {
            var half = $"{home}.{Guid.CreateVersion7():N}";
            Directory.CreateDirectory(half, Open);
            await CopyAsync(ProgramParts.Select(part => Path.Combine(original.Directory!.Parent!.FullName, part)), half, cancel);
            await RunAsync(["chmod", "-R", "a+rX", half], cancel);
            Directory.Move(half, home);
        }

        return binaries with
        {
            Folder = Path.Combine(home, "bin"),
        };
    }

    private static async Task<string> MoveDataAsync(Place place, CancellationToken cancel)
    {
        await new Shutdown(place).RunAsync(cancel);
        var old = place.Cluster.Folder;
        var home = Path.Combine(Root, $"data-{Guid.CreateVersion7():N}");
        Cluster.MakeFolder(home);
        string[] kept = [place.Cluster.Path, place.Cluster.PasswordFile, place.Cluster.PortFile];
        await CopyAsync(kept, home, cancel);
        await File.WriteAllTextAsync(Marker(old), home, cancel);
        if (Directory.Exists(place.Cluster.Path))
        {
            Directory.Delete(place.Cluster.Path, recursive: true);
        }

        return home;
    }

    private static Task CopyAsync(IEnumerable<string> sources, string target, CancellationToken cancel) =>
        sources.Where(Path.Exists).ToList() is { Count: > 0 } some ? RunAsync(["cp", "-a", .. some, target], cancel) : Task.CompletedTask;

    private static async Task RunAsync(string[] command, CancellationToken cancel)
    {
        var answer = await CommandLine.RunAsync(command, "/", cancel);
        if (!answer.Succeeded)
        {
            throw new IOException($"{command[0]}: {answer.Reason}");
        }
    }
}
