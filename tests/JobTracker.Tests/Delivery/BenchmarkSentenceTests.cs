using System.Diagnostics;
using System.Reflection;
using JobTracker.Testing;

namespace JobTracker.Tests.Delivery;

/// <summary>The benchmark program on a machine that lacks something: a sentence says what, and how to go on.</summary>
public sealed class BenchmarkSentenceTests
{
    private static readonly string Configuration = typeof(BenchmarkSentenceTests)
        .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
        .Configuration;

    private static readonly string Program = Path.Combine(
        ProjectFolder.Root,
        "tests",
        "JobTracker.Benchmarks",
        "bin",
        Configuration,
        "net10.0",
        "JobTracker.Benchmarks.dll"
    );

    [Theory]
    [InlineData("There is no benchmark sped.", "sped")]
    [InlineData("There is no option --fast.", "speed", "--fast")]
    [InlineData("One benchmark or all of them: speed or growth.", "speed", "growth")]
    [InlineData("--app wants the folder that dotnet publish wrote to.", "--app")]
    [InlineData("growth is about nothing else than the million applications that --without-l leaves out.", "growth", "--without-l")]
    public async Task What_cannot_be_meant_is_refused_with_a_sentence(string sentence, params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_the_program_is_refused()
    {
        var empty = Directory.CreateTempSubdirectory();

        var (code, said) = await RunAsync(["--app", empty.FullName]);

        empty.Delete();
        Assert.Equal(1, code);
        Assert.Equal($"There is no JobTracker.dll in {empty.FullName}: name the folder that dotnet publish wrote to.", said.Trim());
    }

    [Fact]
    public async Task Without_wrk_the_command_that_installs_it_is_named()
    {
        var (code, said) = await RunAsync(["speed", "--quick"], ("PATH", "/nowhere"));

        Assert.Equal(1, code);
        Assert.Equal("The load comes from wrk, which is not installed: apt-get install wrk, and run this again.", said.Trim());
    }

    [Fact]
    public async Task With_too_little_memory_the_way_without_the_million_is_named()
    {
        // 512 MB, as a small container has them.
        var (code, said) = await RunAsync([], ("DOTNET_GCHeapHardLimit", "0x20000000"));

        Assert.Equal(1, code);
        Assert.Equal(
            "A million applications need 4 GB of memory, and 0.5 GB are free: free more, or add --without-l to measure everything else.",
            said.Trim()
        );
    }

    [Fact]
    public async Task Without_a_browser_only_its_table_is_missing()
    {
        var (code, said) = await RunAsync(["browser", "--quick"], ("BROWSER_PATH", "/nowhere/chromium"));

        Assert.Equal(0, code);
        Assert.StartsWith("BROWSER_PATH names /nowhere/chromium, and there is no such file", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var running = Process.Start(start)!;
        var printed = running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await printed;
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (running.ExitCode, said);
    }
}
