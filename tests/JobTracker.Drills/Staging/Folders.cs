namespace JobTracker.Drills.Staging;

/// <summary>Where the drills keep what they make.</summary>
internal static class Folders
{
    public const string Prefix = "jobtracker-drills-";

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
}
