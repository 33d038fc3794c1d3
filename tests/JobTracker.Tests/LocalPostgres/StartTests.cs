using System.Net;
using System.Net.Sockets;
using LocalPostgres;
using Npgsql;
using Xunit;

namespace JobTracker.Tests.LocalPostgres;

public sealed class StartTests(PreparedCluster prepared) : IClassFixture<PreparedCluster>
{
    [Fact]
    public async Task Data_and_port_are_kept_from_one_start_to_the_next()
    {
        using var folder = await prepared.CopyAsync();
        int port;
        await using (var first = await folder.StartAsync())
        {
            port = first.Port;
            await ScratchFolder.QueryAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        Assert.False(File.Exists(Path.Combine(folder.Cluster, "postmaster.pid")));
        await using var second = await folder.StartAsync();
        Assert.Equal(42, await ScratchFolder.QueryAsync(second, "SELECT answer FROM kept"));
        Assert.Equal(port, second.Port);
    }

    [Fact]
    public async Task A_port_that_somebody_took_meanwhile_is_given_up()
    {
        using var folder = await prepared.CopyAsync();
        int port;
        await using (var first = await folder.StartAsync())
        {
            port = first.Port;
        }

        using var taken = new TcpListener(IPAddress.Loopback, port);
        taken.Start();
        await using var second = await folder.StartAsync();
        Assert.NotEqual(port, second.Port);
        Assert.Equal(1, await ScratchFolder.QueryAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_port_that_was_asked_for_is_the_one_or_the_start_fails()
    {
        using var folder = await prepared.CopyAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var asked = folder.Options with { Port = ((IPEndPoint)taken.LocalEndpoint).Port };
        await Assert.ThrowsAsync<LocalPostgresException>(() => PostgresServer.StartAsync(asked, TestContext.Current.CancellationToken));
        taken.Stop();
        await using var server = await PostgresServer.StartAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(asked.Port, server.Port);
    }

    [Fact]
    public async Task Only_the_password_opens_it_and_only_this_machine_reaches_it()
    {
        using var folder = await ScratchFolder.CreateAsync();
        await using var server = await folder.StartAsync();
        Assert.Equal("127.0.0.1", await ScratchFolder.QueryAsync(server, "SHOW listen_addresses"));
        Assert.Equal("", await ScratchFolder.QueryAsync(server, "SHOW unix_socket_directories"));

        foreach (var password in new[] { null, "", "postgres" })
        {
            var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = password, Pooling = false };
            await using var connection = new NpgsqlConnection(guess.ConnectionString);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_password_is_readable_by_its_owner_only()
    {
        using var folder = await ScratchFolder.CreateAsync();
        await using var server = await folder.StartAsync();
        var password = Path.Combine(folder.Path, "password");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(password));
        }

        Assert.False(Directory.Exists(Path.Combine(folder.Path, "unfinished")));
    }

    [Fact]
    public async Task What_an_interrupted_initdb_left_is_not_used()
    {
        using var folder = await ScratchFolder.CreateAsync();
        var half = Directory.CreateDirectory(Path.Combine(folder.Path, "unfinished", "cluster"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "PG_VERSION"), "18", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "password"), "of the first try", TestContext.Current.CancellationToken);

        await using var server = await folder.StartAsync();
        Assert.Equal(1, await ScratchFolder.QueryAsync(server, "SELECT 1"));
        Assert.False(half.Exists && Directory.Exists(half.FullName));
    }

    [Theory]
    [InlineData(true, "on")]
    [InlineData(false, "off")]
    public async Task Durability_is_a_choice(bool durable, string expected)
    {
        using var folder = await prepared.CopyAsync();
        await using var server = await PostgresServer.StartAsync(
            folder.Options with
            {
                Durable = durable,
            },
            TestContext.Current.CancellationToken
        );
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
        {
            Assert.Equal(expected, await ScratchFolder.QueryAsync(server, $"SHOW {setting}"));
        }
    }

    [Fact]
    public async Task A_database_is_made_once_and_may_have_any_name()
    {
        using var folder = await prepared.CopyAsync();
        await using var server = await folder.StartAsync();
        const string Name = """Job "tracker" d'Élodie""";
        await server.EnsureDatabaseAsync(Name, TestContext.Current.CancellationToken);
        await server.EnsureDatabaseAsync(Name, TestContext.Current.CancellationToken);

        await using var connection = new NpgsqlConnection(server.ConnectionString(Name) + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Name, connection.Database);
    }

    [Fact]
    public async Task Text_is_unicode_and_case_rules_know_accents()
    {
        using var folder = await prepared.CopyAsync();
        await using var server = await folder.StartAsync();
        Assert.Equal("été", await ScratchFolder.QueryAsync(server, "SELECT lower('ÉTÉ')"));
    }
}
