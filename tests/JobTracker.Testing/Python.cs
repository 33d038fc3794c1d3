using System.Diagnostics;
using System.Text;
using Xunit;

namespace JobTracker.Testing;

/// <summary>Libraries of other people that read what we write: so that our own way of writing is not judged by our own way of reading.</summary>
public static class Python
{
    // Debian's, which has Debian's packages.
    private const string DebianPython = "/usr/bin/python3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Debian's Python, else whichever is there.</summary>
    public static string Program => File.Exists(DebianPython) ? DebianPython : "python3";

    /// <summary>What the script writes.</summary>
    /// <param name="script">A script embedded in the caller's assembly, by the end of its name.</param>
    /// <param name="module">What it imports; without it the test fails with the command to run.</param>
    /// <param name="package">Debian's name for that.</param>
    /// <param name="input">What the script reads.</param>
    /// <param name="from">A type of the caller's assembly.</param>
    public static async Task<string> RunAsync(string script, string module, string package, byte[] input, Type from)
    {
        var start = new ProcessStartInfo("/usr/bin/env")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in new[] { Program, "-c", ReadScript(script, from) })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode == 0)
            return await output;
        var complaint = await errors;
        Assert.Fail(
            complaint.Contains($"No module named '{module}'", StringComparison.Ordinal) || process.ExitCode == 127
                ? $"This test reads with Python's {module}: run \"apt-get install {package}\"."
                : $"{script} failed: {complaint}"
        );
        return "";
    }

    private static string ReadScript(string name, Type from)
    {
        var assembly = from.Assembly;
        var full = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(full)!);
        return reader.ReadToEnd();
    }
}
