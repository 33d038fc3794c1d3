namespace JobTracker.Tests.Delivery;

/// <summary>The files that are delivered beside the program.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("JobTracker.sln stands in no folder above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "JobTracker.sln")) ? folder.FullName
        : Find(folder.Parent);
}
