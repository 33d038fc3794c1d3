namespace JobTracker.Testing;

/// <summary>Where the project is.</summary>
public static class ProjectFolder
{
    /// <summary>The project's root, found upwards from the program.</summary>
    public static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "JobTracker.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException(
            $"This runs inside the project's folder: JobTracker.sln was not found above {AppContext.BaseDirectory}."
        );
    }
}
