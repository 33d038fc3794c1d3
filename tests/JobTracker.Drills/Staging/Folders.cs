namespace JobTracker.Drills.Staging;

/// <summary>Where the project is, and where the drills keep what they make.</summary>
internal static class Folders
{
    public const string Prefix = "jobtracker-drills-";

    /// <summary>The project's root, found upwards from the program.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>A new folder that other users may pass through: PostgreSQL and pgbouncer run as one without rights when we are root.</summary>
    public static string New()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                folder,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherExecute
            );
        return folder;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "JobTracker.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The drills run inside the project's folder: JobTracker.sln was not found above them.");
    }
}
