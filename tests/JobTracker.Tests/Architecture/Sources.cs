namespace JobTracker.Tests.Architecture;

/// <summary>The project's own files, found from the test's place upwards.</summary>
internal static class Sources
{
    public static readonly string Root = FindRoot();

    /// <summary>Files below a folder of the project, without what builds leave behind.</summary>
    public static IEnumerable<(string Path, string Text)> In(string folder, params string[] patterns) =>
        patterns
            .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".data" or "wwwroot"))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(Path.Combine(Root, file))));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "JobTracker.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The tests run inside the project's folder: JobTracker.sln was not found above them.");
    }
}
