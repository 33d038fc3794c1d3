using System.Diagnostics;
using LocalPostgres;
using Xunit;

namespace JobTracker.Tests.LocalPostgres;

/// <summary>What a killed app or a killed server leaves behind is taken over, and nothing else is ever signalled.</summary>
public sealed class TakeoverTests(PreparedCluster prepared) : IClassFixture<PreparedCluster>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_server_starts_again_with_all_that_was_committed()
    {
        using var folder = await prepared.CopyAsync();
        var durable = folder.Options with { Durable = true };
        await using (var killed = await PostgresServer.StartAsync(durable, Cancel))
        {
            await ScratchFolder.QueryAsync(killed, "CREATE TABLE kept AS SELECT 42 AS answer");
            Kill(killed.ProcessId!.Value);
        }

        await using var server = await PostgresServer.StartAsync(durable, Cancel);
        Assert.Equal(42, await ScratchFolder.QueryAsync(server, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_session_that_outlives_its_killed_server_is_ended()
    {
        using var folder = await prepared.CopyAsync();
        await using (var killed = await folder.StartAsync())
        {
            var busy = ScratchFolder.QueryAsync(killed, "SELECT count(*) FROM generate_series(1, 1000000000000)");
            while (
                await ScratchFolder.QueryAsync(
                    killed,
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series%' AND state = 'active'"
                )
                    is < 2L
            ) { }
            Kill(killed.ProcessId!.Value);
            await killed.DisposeAsync();
            await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => busy);
        }

        await using var server = await folder.StartAsync();
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_server_whose_app_was_killed_is_stopped_and_started_anew()
    {
        using var folder = await prepared.CopyAsync();
        var abandoned = await folder.StartAbandonedAsync();

        await using var server = await folder.StartAsync();
        Assert.NotEqual(abandoned, server.ProcessId);
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_strangers_process_with_the_number_in_postmaster_pid_lives_on()
    {
        using var folder = await prepared.CopyAsync();
        using var stranger = Process.Start("sleep", "600");
        try
        {
            await WritePostmasterPidAsync(folder, stranger.Id);
            await using var server = await folder.StartAsync();
            Assert.False(stranger.HasExited);
            Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task Another_clusters_server_with_the_number_in_postmaster_pid_lives_on()
    {
        using var neighbour = await prepared.CopyAsync();
        await using var other = await neighbour.StartAsync();
        using var folder = await prepared.CopyAsync();

        await WritePostmasterPidAsync(folder, other.ProcessId!.Value);
        await using (await folder.StartAsync())
        {
            Assert.Equal(1, await ScratchFolder.QueryAsync(other, "SELECT 1"));
        }

        Assert.Equal(1, await ScratchFolder.QueryAsync(other, "SELECT 1"));
    }

    [Fact]
    public async Task A_postmaster_pid_cut_off_while_being_written_is_no_obstacle()
    {
        using var folder = await prepared.CopyAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "postmaster.pid"), "", Cancel);

        await using var server = await folder.StartAsync();
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_dead_processs_folder_is_removed_with_the_server_in_it()
    {
        using var folder = await prepared.CopyAsync();
        var abandoned = await folder.StartAbandonedAsync();

        Assert.True(await Leftovers.RemoveAsync(folder.Options, Cancel));
        Assert.False(Directory.Exists(folder.Path));
        Assert.DoesNotContain(abandoned, await RunningAsync(folder));
    }

    [Fact]
    public async Task A_living_processs_folder_is_not_removed()
    {
        using var folder = await prepared.CopyAsync();
        await using var server = await folder.StartAsync();

        Assert.False(await Leftovers.RemoveAsync(folder.Options, Cancel));
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_folder_that_is_no_data_folder_is_not_removed()
    {
        using var folder = await ScratchFolder.CreateAsync();
        Directory.CreateDirectory(folder.Path);
        Assert.False(await Leftovers.RemoveAsync(folder.Options, Cancel));
        Assert.True(Directory.Exists(folder.Path));
    }

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static Task WritePostmasterPidAsync(ScratchFolder folder, int processId) =>
        File.WriteAllTextAsync(
            Path.Combine(folder.Cluster, "postmaster.pid"),
            $"{processId}\n{folder.Cluster}\n1700000000\n5432\n\n127.0.0.1\n  5432001         0\nready\n",
            Cancel
        );

    private static async Task<IReadOnlyList<int>> RunningAsync(ScratchFolder folder) =>
        await new ClusterProcesses(folder.Path, Account.Ours).FindAsync(PostmasterFile.Read(folder.Cluster), Cancel);
}
