using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace LocalPostgres;

/// <summary>A file that only its owner can read, from the moment it exists.</summary>
internal static class SecretFile
{
    /// <summary>Writes it anew.</summary>
    public static void Write(string path, string text)
    {
        File.Delete(path);
        using var file = OperatingSystem.IsWindows() ? CreateOnWindows(path) : CreateOnUnix(path);
        using var writer = new StreamWriter(file);
        writer.Write(text);
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    [UnsupportedOSPlatform("windows")]
    private static FileStream CreateOnUnix(string path) =>
        new(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path)
    {
        using var user = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(user.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, 4096, FileOptions.None, security);
    }
}
