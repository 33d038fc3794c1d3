using LocalPostgres;
using Xunit;

namespace JobTracker.Tests.LocalPostgres;

public sealed class RefusalTests(PreparedCluster prepared) : IClassFixture<PreparedCluster>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_start_on_the_same_folder_is_told_who_has_it()
    {
        using var folder = await prepared.CopyAsync();
        await using var server = await folder.StartAsync();

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        Assert.Contains($"in use by process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("MY_DATA", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Another_major_version_is_refused_and_its_data_stay_as_they_are()
    {
        using var folder = await prepared.CopyAsync();
        var version = Path.Combine(folder.Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "12\n", Cancel);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        Assert.Contains("was made by PostgreSQL 12", refused.Message, StringComparison.Ordinal);
        Assert.Contains("LocalPostgres__Binaries", refused.Message, StringComparison.Ordinal);
        Assert.Equal("12\n", await File.ReadAllTextAsync(version, Cancel));
    }

    [Fact]
    public async Task A_folder_that_is_no_cluster_is_refused()
    {
        using var folder = await ScratchFolder.CreateAsync();
        Directory.CreateDirectory(folder.Cluster);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "thesis.txt"), "precious", Cancel);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        Assert.Contains("is no PostgreSQL cluster", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Cluster, "thesis.txt")));
    }

    [Fact]
    public async Task A_lost_password_is_said_to_be_lost()
    {
        using var folder = await prepared.CopyAsync();
        File.Delete(Path.Combine(folder.Path, "password"));

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        Assert.Contains("password", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_ends_the_server_again()
    {
        using var folder = await prepared.CopyAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "password"), "another", Cancel);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        Assert.Contains("does not let us in", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Cluster, "postmaster.pid")));
    }

    [Fact]
    public async Task A_broken_configuration_is_quoted_from_the_log()
    {
        using var folder = await prepared.CopyAsync();
        await File.AppendAllTextAsync(Path.Combine(folder.Cluster, "postgresql.conf"), "\nno_such_setting = 1\n", Cancel);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        Assert.Contains("FATAL:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("server.log", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_programs_that_has_none_is_named_with_its_setting_and_no_data_stay()
    {
        using var folder = await ScratchFolder.CreateAsync();
        var wrong = folder.Options with { BinariesFolder = Path.GetTempPath(), BinariesSetting = "MY_POSTGRES", RemoveDataOnStop = true };

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => PostgresServer.StartAsync(wrong, Cancel));
        Assert.Contains("MY_POSTGRES", refused.Message, StringComparison.Ordinal);
        Assert.Contains("there is no initdb", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_path_that_a_shell_would_change_is_refused()
    {
        var options = new ServerOptions
        {
            DataFolder = Path.Combine(Path.GetTempPath(), $"$HOME{Guid.CreateVersion7():N}"),
            RemoveDataOnStop = true,
        };
        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => PostgresServer.StartAsync(options, Cancel));
        Assert.Contains("contains $", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(options.DataFolder));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_named()
    {
        using var folder = await ScratchFolder.CreateAsync();
        await File.WriteAllTextAsync(folder.Path, "", Cancel);
        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);
        File.Delete(folder.Path);
        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_start_leaves_no_server_and_no_claim()
    {
        using var folder = await ScratchFolder.CreateAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostgresServer.StartAsync(folder.Options, cancelled.Token));

        await using var server = await folder.StartAsync();
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
    }
}
