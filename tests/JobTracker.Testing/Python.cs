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

    /// <summary>A script that is embedded in the assembly of a type, by the end of its name.</summary>
    public static string ScriptOf(Type type, string name)
    {
        var assembly = type.Assembly;
        var full = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(full)!);
        return reader.ReadToEnd();
    }

    /// <summary>What a script writes.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="module">What it imports; without it the test fails with the command to run.</param>
    /// <param name="package">Debian's name for that.</param>
    /// <param name="input">What the script reads.</param>
    public static async Task<string> RunAsync(string script, string module, string package, byte[] input)
    {
        var start = new ProcessStartInfo("/usr/bin/env")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in new[] { Program, "-c", script })
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
                : complaint
        );
        return "";
    }
}
