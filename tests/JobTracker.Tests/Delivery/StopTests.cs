using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using JobTracker.Testing;

namespace JobTracker.Tests.Delivery;

/// <summary>SIGTERM, as hosts send it at every update.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_running_request_is_finished_while_new_ones_are_no_longer_taken()
    {
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        await using var process = JobTrackerProcess.Start(Environments.Production(database.ConnectionString));
        using var client = await process.CreateClientAsync();
        var address = client.BaseAddress!;

        using var running = new TcpClient();
        await running.ConnectAsync(address.Host, address.Port);
        var stream = running.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var body = JsonSerializer.SerializeToUtf8Bytes(new { email = "ada@example.org", password = TestUser.Password });
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Head(body.Length)));
        // The server says so when the endpoint begins to read: the request is running.
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync().WaitAsync(Patience));
        Assert.Equal("", await reader.ReadLineAsync().WaitAsync(Patience));

        await process.TerminateAsync();
        await UntilRefusedAsync(address);
        await stream.WriteAsync(body);

        Assert.Equal("HTTP/1.1 201 Created", await reader.ReadLineAsync().WaitAsync(Patience));
        Assert.Contains("access_token", await reader.ReadToEndAsync().WaitAsync(Patience), StringComparison.Ordinal);
        Assert.Equal(0, await process.ExitAsync());
        Assert.Equal("", process.Errors);
    }

    [Fact]
    public async Task It_says_that_it_is_not_ready_while_it_still_answers()
    {
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        await using var process = JobTrackerProcess.Start(
            Environments.Production(database.ConnectionString, ("Shutdown__DrainSeconds", "4"))
        );
        using var client = await process.CreateClientAsync();
        await process.TerminateAsync();
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            using var ready = await client.GetAsync("/health/ready", late.Token);
            if (!ready.IsSuccessStatusCode)
                break;
        }
        using var other = new HttpClient { BaseAddress = client.BaseAddress };
        foreach (var path in (string[])["/health/live", "/meta"])
        {
            using var answer = await other.GetAsync(path, late.Token);
            Assert.True(answer.IsSuccessStatusCode, path);
        }
        Assert.Equal(0, await process.ExitAsync());
    }

    private static string Head(int length) =>
        "POST /api/auth/register HTTP/1.1\r\nHost: jobtracker\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";

    private static async Task UntilRefusedAsync(Uri address)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(address.Host, address.Port, late.Token);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
