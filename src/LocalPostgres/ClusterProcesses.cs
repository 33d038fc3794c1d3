using System.Diagnostics;

namespace LocalPostgres;

/// <summary>PostgreSQL's processes that live in one folder, proven by more than a number in a file: numbers are used again.</summary>
/// <param name="folder">The data folder; the cluster lies below it.</param>
/// <param name="account">Who may look at processes that we may not.</param>
internal sealed class ClusterProcesses(string folder, Account account)
{
    private static readonly string[] Names = ["postgres", "initdb", "pg_ctl"];

    /// <summary>
    /// The processes of this folder that run; one that has ended and waits to be collected (a zombie) is not among them.
    /// Windows cannot tell a process's folder: there only the main process is found, by its name and start.
    /// </summary>
    /// <param name="postmaster">What postmaster.pid says, if there is one.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <exception cref="LocalPostgresException">postmaster.pid names a PostgreSQL of which the folder cannot be told.</exception>
    public async Task<IReadOnlyList<int>> FindAsync(PostmasterFile? postmaster, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            return postmaster is not null && postmaster.FitsItsProcess() ? [postmaster.ProcessId] : [];
        }

        var home = NativeMethods.RealPath(folder);
        if (home is null)
        {
            return [];
        }

        var found = new List<int>();
        foreach (var (id, workingFolder) in OperatingSystem.IsLinux() ? await FromProcAsync(cancel) : await FromLsofAsync(cancel))
        {
            if (workingFolder is null && id == postmaster?.ProcessId)
            {
                throw new LocalPostgresException(
                    $"Process {id} is a PostgreSQL that may be using {folder}, and nothing here can tell: stop it yourself and start again."
                );
            }

            if ((workingFolder + "/").StartsWith(home + "/", StringComparison.Ordinal))
            {
                found.Add(id);
            }
        }

        return found;
    }

    /// <summary>Whether a process that was found still runs: cheap, to wait for its end, and no proof of whose it is.</summary>
    public static bool Runs(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            return IsPostgres($"/proc/{id}");
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task<List<(int Id, string? WorkingFolder)>> FromProcAsync(CancellationToken cancel)
    {
        var all = new List<(int, string?)>();
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), out var id) && IsPostgres(process))
            {
                var (ended, workingFolder) = await WorkingFolderAsync(process, cancel);
                if (!ended)
                {
                    all.Add((id, workingFolder));
                }
            }
        }

        return all;
    }

    // "123 (postgres) S …": the name, and the state, which is Z or X for a process that has ended (proc_pid_stat(5)).
    private static bool IsPostgres(string process)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(process, "stat"));
            var (opening, closing) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
            return Names.Contains(text[(opening + 1)..closing]) && text[closing + 2] is not ('Z' or 'X');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it ended just now, or it is hidden from us
        }
    }

    // A process that is ending gives its folder back a moment before its state says so.
    private async Task<(bool Ended, string? Folder)> WorkingFolderAsync(string process, CancellationToken cancel)
    {
        var link = Path.Combine(process, "cwd");
        try
        {
            return (false, File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName);
        }
        catch (IOException)
        {
            return (true, null);
        }
        catch (UnauthorizedAccessException)
        {
            // Root in a container may not look at other users' processes, but the server's own user may.
            var answer = await account.RunAsync(["readlink", "-v", link], "/", cancel);
            return answer.Succeeded
                ? (false, answer.Output.TrimEnd('\n'))
                : (answer.Output.Contains("No such file", StringComparison.Ordinal), null);
        }
    }

    // macOS has no /proc. lsof prints a line "p<number>" and a line "n<folder>" for each process.
    private static async Task<List<(int Id, string? WorkingFolder)>> FromLsofAsync(CancellationToken cancel)
    {
        string[] names = [.. Names.SelectMany(name => new[] { "-c", name })];
        var answer = await CommandLine.RunAsync(["/usr/sbin/lsof", "-a", .. names, "-d", "cwd", "-Fpn"], "/", cancel);
        var all = new List<(int, string?)>();
        var id = 0;
        foreach (var line in answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == 'p' && int.TryParse(line.AsSpan(1), out var number))
            {
                id = number;
            }
            else if (line[0] == 'n' && id != 0)
            {
                all.Add((id, line[1..]));
            }
        }

        return all;
    }
}
