using System.Diagnostics;
using Xunit;

namespace JobTracker.Tests.LocalPostgres;

/// <summary>A cluster that has run once, to be copied: initdb is most of what these tests would wait for.</summary>
public sealed class PreparedCluster : IAsyncLifetime
{
    private ScratchFolder? original;

    public async ValueTask InitializeAsync()
    {
        original = await ScratchFolder.CreateAsync();
        await (await original.StartAsync()).DisposeAsync();
    }

    /// <summary>A folder that was used before by a server that stopped in good order.</summary>
    internal async Task<ScratchFolder> CopyAsync()
    {
        var copy = await ScratchFolder.CreateAsync();
        Directory.CreateDirectory(copy.Path);
        using var cp = Process.Start("cp", ["-a", $"{original!.Path}/cluster", $"{original.Path}/password", copy.Path]);
        await cp.WaitForExitAsync();
        Assert.Equal(0, cp.ExitCode);
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        original?.Dispose();
        return ValueTask.CompletedTask;
    }
}
