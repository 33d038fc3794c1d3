using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace JobTracker.Testing.Mail;

/// <summary>
/// An SMTP server of somebody else's making (aiosmtpd) as a process on loopback. What arrives is read by Python's parser, so that our own way
/// of writing mail is not judged by our own way of reading it. What a recipient's name makes happen stands in smtp_server.py.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    private const string Script = "JobTracker.Testing.Mail.smtp_server.py";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly BlockingCollection<JsonNode> events = [];
    private readonly List<JsonNode> mails = [];
    private readonly ConcurrentQueue<string> errors = new();

    private MailServer(MailServerOptions options)
    {
        var start = new ProcessStartInfo("/usr/bin/env")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[]
            {
                Python.Program,
                "-c",
                Python.ScriptOf(typeof(MailServer), Script),
                JsonSerializer.Serialize(options, MailServerOptions.Json),
            }
        )
            start.ArgumentList.Add(argument);
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; private set; }

    /// <summary>Everything that has arrived so far.</summary>
    public IReadOnlyList<JsonNode> Mails
    {
        get
        {
            lock (mails)
                return [.. mails];
        }
    }

    public static async Task<MailServer> StartAsync(MailServerOptions? options = null)
    {
        var server = new MailServer(options ?? new MailServerOptions());
        server.Port = (await server.NextAsync("listening"))["port"]!.GetValue<int>();
        return server;
    }

    /// <summary>The next mail that arrives.</summary>
    public Task<JsonNode> MailAsync() => NextAsync("mail");

    /// <summary>Waits until the server holds a mail in its hands without having said what becomes of it.</summary>
    public Task<JsonNode> HeldAsync() => NextAsync("held");

    /// <summary>What is held goes on, and nothing is held any more.</summary>
    public void LetGo() => process.StandardInput.WriteLine("go");

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        events.Dispose();
    }

    private async Task<JsonNode> NextAsync(string kind)
    {
        var next = await Task.Run(() => events.TryTake(out var one, Patience) ? one : null);
        Assert.True(next is not null, $"The mail server said nothing: {string.Join('\n', errors)}");
        Assert.Equal(kind, next.Text("event"));
        return next;
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            events.CompleteAdding();
            return;
        }
        var happened = JsonNode.Parse(line)!;
        if (happened.Text("event") == "mail")
            lock (mails)
                mails.Add(happened);
        events.Add(happened);
    }
}
