using System.Globalization;

namespace LocalPostgres;

/// <summary>
/// One process's claim on a data folder. The operating system holds it on an open file, so that it ends with the process,
/// however that ends, and a second process learns at once that it is second.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly string folder;
    private readonly FileStream file;

    private FolderLock(string folder, FileStream file)
    {
        this.folder = folder;
        this.file = file;
    }

    /// <summary>Claims the folder; null when another process has it, or this one already.</summary>
    public static FolderLock? TryTake(string folder)
    {
        FileStream opened;
        try
        {
            opened = new FileStream(
                Path.Combine(folder, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 0
            );
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            return null;
        }

        File.WriteAllText(OwnerFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new FolderLock(folder, opened);
    }

    /// <summary>Claims the folder.</summary>
    /// <exception cref="LocalPostgresException">Another process has it.</exception>
    public static FolderLock Take(ServerOptions options, string folder) =>
        TryTake(folder)
        ?? throw new LocalPostgresException(
            $"The data folder {folder} is in use by {Owner(folder)}: stop that, or set {options.DataSetting} to another folder."
        );

    /// <summary>Gives the folder up; the server must have stopped.</summary>
    public void Dispose() => file.Dispose();

    /// <summary>Deletes the folder and gives it up. What the system will not let go of yet is left for the next clean-up.</summary>
    public void DeleteFolder()
    {
        try
        {
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

    private static string OwnerFile(string folder) => Path.Combine(folder, "owner");

    // The lock itself cannot be read while it is held (Windows), so the owner's number stands beside it.
    private static string Owner(string folder)
    {
        var number = File.Exists(OwnerFile(folder)) ? File.ReadAllText(OwnerFile(folder)).Trim() : "";
        return number.Length > 0 ? $"process {number}" : "another process";
    }
}
