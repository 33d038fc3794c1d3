namespace LocalPostgres;

/// <summary>What killed processes leave behind.</summary>
public static class Leftovers
{
    /// <summary>Deletes a data folder whose process has ended, and ends the server that may still run in it.</summary>
    /// <returns>False when a living process uses the folder, or it is no data folder: nothing was touched.</returns>
    /// <exception cref="LocalPostgresException">The server there cannot be stopped.</exception>
    public static async Task<bool> RemoveAsync(ServerOptions options, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        if (FolderLock.TryTakeLeftover(folder) is not { } taken)
        {
            return false;
        }

        using (taken)
        {
            await new Shutdown(await Place.ChooseAsync(options, folder, cancel)).RunAsync(cancel);
            taken.DeleteFolder();
        }

        return true;
    }
}
