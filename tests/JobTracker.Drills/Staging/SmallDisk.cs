using System.Diagnostics;

namespace JobTracker.Drills.Staging;

/// <summary>A tmpfs of its own size, to be filled to the last byte. Only root may mount one, and not everywhere.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 256;
    private readonly string ballast;

    private SmallDisk(string folder)
    {
        Folder = folder;
        ballast = Path.Combine(folder, "ballast");
    }

    public string Folder { get; }

    /// <summary>Null where mounting is not allowed.</summary>
    public static async Task<SmallDisk?> MountAsync(string under)
    {
        var folder = Directory.CreateDirectory(Path.Combine(under, $"disk-{Guid.CreateVersion7():N}")).FullName;
        if (
            Environment.IsPrivilegedProcess
            && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=0755", "jobtracker-drills", folder)
        )
            return new SmallDisk(folder);
        Directory.Delete(folder);
        return null;
    }

    /// <summary>Takes all that is left.</summary>
    public async Task FillAsync(CancellationToken cancel)
    {
        var block = new byte[1 << 20];
        await using var file = new FileStream(ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        // In large pieces first, and then what is left between them.
        for (var size = block.Length; size >= 512; size /= 2)
        {
            try
            {
                while (true)
                    await file.WriteAsync(block.AsMemory(0, size), cancel);
            }
            catch (IOException)
            {
                // No piece of this size fits any more.
            }
        }
    }

    /// <summary>Gives it back.</summary>
    public void Free() => File.Delete(ballast);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
