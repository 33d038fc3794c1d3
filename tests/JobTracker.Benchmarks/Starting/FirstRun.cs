using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Starting;

/// <summary>What somebody who tries the project out types, after it was built.</summary>
internal static partial class FirstRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // This program was built together with the app.
    private static readonly string Configuration =
        typeof(FirstRun).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <param name="folder">Where the data goes or is.</param>
    public static async Task<TimeSpan> MeasureAsync(string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "run",
                "--no-build",
                "--no-launch-profile",
                "-c",
                Configuration,
                "--project",
                Path.Combine(ProjectFolder.Root, "src", "JobTracker"),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                // Beside the usual one's: any port, and a data folder of its own, which lies in the content's root.
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ASPNETCORE_CONTENTROOT"] = folder,
            },
        };
        foreach (var foreign in (string[])["DATABASE_URL", "DOTNET_STARTUP_HOOKS"])
            start.Environment.Remove(foreign);
        var begun = Stopwatch.GetTimestamp();
        using var running = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var client = new HttpClient();
            using var answer = await client.GetAsync(await AddressAsync(running, patience.Token), patience.Token);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(patience.Token);
            return Stopwatch.GetElapsedTime(begun);
        }
        catch (OperationCanceledException late)
        {
            throw new InvalidOperationException($"dotnet run gave no answer within {Patience.TotalSeconds} s.", late);
        }
        finally
        {
            await StopAsync(running);
        }
    }

    private static async Task<Uri> AddressAsync(Process running, CancellationToken cancel)
    {
        var said = new List<string>();
        while (await running.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } found)
                return new Uri(found.Value);
        }
        throw new InvalidOperationException(
            $"dotnet run ended: {await running.StandardError.ReadToEndAsync(cancel)}{string.Join('\n', said)}"
        );
    }

    /// <summary>In order, so that its PostgreSQL stops too: the app itself gets the signal, and dotnet run ends with it.</summary>
    private static async Task StopAsync(Process running)
    {
        foreach (var child in ProcessFamily.Of(running.Id).Skip(1))
        {
            using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {child} 2> /dev/null"]);
            await kill.WaitForExitAsync();
        }
        using var patience = new CancellationTokenSource(Patience);
        // Whatever it still says must not fill the pipe.
        await Task.WhenAll(
            running.StandardOutput.ReadToEndAsync(patience.Token),
            running.StandardError.ReadToEndAsync(patience.Token),
            running.WaitForExitAsync(patience.Token)
        );
    }

    [GeneratedRegex("""(?<=Now listening on: )http://\S+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
