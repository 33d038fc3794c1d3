using System.Diagnostics;

namespace JobTracker.Testing;

/// <summary>The program as operators run it.</summary>
public static class PublishedApp
{
    /// <summary>Publishes the app into a folder, as the Dockerfile does.</summary>
    /// <exception cref="InvalidOperationException">It does not build; with what the build said.</exception>
    public static async Task PublishAsync(string folder, CancellationToken cancel)
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
