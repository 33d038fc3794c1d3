using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobTracker.Testing;

/// <summary>The program as operators run it.</summary>
public static class PublishedApp
{
    /// <summary>Publishes the app into a folder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="ahead">Compiled for this machine's processor, as the Dockerfile does; that takes a minute more.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="InvalidOperationException">It does not build; with what the build said.</exception>
    public static async Task PublishAsync(string folder, bool ahead, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                Path.Combine(ProjectFolder.Root, "src", "JobTracker"),
                "-c",
                "Release",
                "-o",
                folder,
                "--nologo",
                "-v",
                "quiet",
                "-p:RunAnalyzers=false",
                .. ahead ? (string[])["-r", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}"] : [],
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var publish = Process.Start(start)!;
        try
        {
            var said = await publish.StandardOutput.ReadToEndAsync(cancel);
            await publish.WaitForExitAsync(cancel);
            if (publish.ExitCode != 0)
                throw new InvalidOperationException($"dotnet publish failed: {said}");
        }
        catch (OperationCanceledException)
        {
            publish.Kill(entireProcessTree: true);
            throw;
        }
    }
}
