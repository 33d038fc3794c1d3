using System.ComponentModel;
using System.Diagnostics;

namespace LocalPostgres;

/// <summary>How a program ended, with what it wrote to both outputs.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The end of the output in one line, for a sentence.</summary>
    public string Reason =>
        string.Join(" ", Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(4))
            is { Length: > 0 } text
            ? text
            : $"exit code {ExitCode}";
}

/// <summary>Runs PostgreSQL's programs and the tools around them.</summary>
internal static class CommandLine
{
    private const int NotFound = 127;

    /// <summary>Runs a program to its end; one that is not there gives exit code 127, as a shell would.</summary>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> command, string workingFolder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        KeepTheUsersSettingsOut(start.Environment);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return await ReadAsync(process, cancel);
        }
        catch (Win32Exception e)
        {
            return new CommandResult(NotFound, e.Message);
        }
    }

    // PGPORT, PGDATA, PGOPTIONS and their like would change what the programs do. Messages must be English to be recognised.
    private static void KeepTheUsersSettingsOut(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        environment["LC_ALL"] = "C";
    }

    private static async Task<CommandResult> ReadAsync(Process process, CancellationToken cancel)
    {
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        // On Windows the server that pg_ctl started inherits these pipes and keeps them open: their end may never come.
        var both = Task.WhenAll(output, error);
        await Task.WhenAny(both, Task.Delay(TimeSpan.FromSeconds(1), cancel));
        return new CommandResult(process.ExitCode, both.IsCompletedSuccessfully ? output.Result + error.Result : "");
    }
}
