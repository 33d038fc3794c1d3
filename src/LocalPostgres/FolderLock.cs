using System.Globalization;

namespace LocalPostgres;

/// <summary>
/// One process's claim on a data folder. The operating system holds it on an open file, so that it ends with the process,
/// however that ends, and a second process learns at once that it is second.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // EWOULDBLOCK and ERROR_SHARING_VIOLATION as .NET reports them; other errors are not about a second process.
    private const int LockedOnLinux = 11;
    private const int LockedOnMacOS = 35;
    private const int LockedOnWindows = unchecked((int)0x80070020);

    private readonly string folder;
    private readonly FileStream file;

    private FolderLock(string folder, FileStream file)
    {
        this.folder = folder;
        this.file = file;
    }

    /// <summary>Claims the folder.</summary>
    /// <exception cref="LocalPostgresException">Another process has it, or this one already.</exception>
    public static FolderLock Take(ServerOptions options, string folder)
    {
        var taken =
            TryOpen(folder)
            ?? throw new LocalPostgresException(
                $"The data folder {folder} is in use by {Owner(folder)}: stop that{options.OrAnotherFolder}."
            );
        File.WriteAllText(OwnerFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return taken;
    }

    /// <summary>Claims a folder in order to delete it; null when it is in use or is no data folder.</summary>
    public static FolderLock? TryTakeLeftover(string folder)
    {
        // The owner's number is written under the lock: a folder without it is just being made by another process.
        // A link may be another user's trap, for nothing of ours is one.
        string[] parts = [folder, LockFile(folder), OwnerFile(folder)];
        return parts.All(Path.Exists) && !parts.Append(Path.Combine(folder, "cluster")).Any(IsLink) ? TryOpen(folder) : null;
    }

    /// <summary>Gives the folder up; the server must have stopped.</summary>
    public void Dispose() => file.Dispose();

    /// <summary>Gives the folder up, or deletes it.</summary>
    public void Release(bool delete)
    {
        if (delete)
        {
            DeleteFolder();
        }
        else
        {
            Dispose();
        }
    }

    /// <summary>Deletes the folder, and what had to be moved out of it, and gives it up. What the system will not let go of yet is left for the next clean-up.</summary>
    public void DeleteFolder()
    {
        try
        {
            Relocation.DeleteMovedData(folder);
            // The lock goes last: whoever finds the folder half deleted must still see that it is in use.
            foreach (var part in Directory.EnumerateDirectories(folder))
            {
                Directory.Delete(part, recursive: true);
            }

            Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
        }
    }

    private static FolderLock? TryOpen(string folder)
    {
        try
        {
            var opened = new FileStream(LockFile(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new FolderLock(folder, opened);
        }
        catch (IOException e) when (e.HResult is LockedOnLinux or LockedOnMacOS or LockedOnWindows)
        {
            return null;
        }
    }

    private static string LockFile(string folder) => Path.Combine(folder, "lock");

    private static string OwnerFile(string folder) => Path.Combine(folder, "owner");

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    // The lock itself cannot be read while it is held (Windows), so the owner's number stands beside it.
    private static string Owner(string folder)
    {
        var number = File.Exists(OwnerFile(folder)) ? File.ReadAllText(OwnerFile(folder)).Trim() : "";
        return number.Length > 0 ? $"process {number}" : "another process";
    }
}
