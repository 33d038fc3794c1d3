using System.Net.Sockets;
using System.Text;

namespace JobTracker.Tests.Attacks;

/// <summary>A connection on which anything can be said, and as slowly as one likes.</summary>
internal sealed class RawLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TcpClient client;

    private RawLine(TcpClient client) => this.client = client;

    public static async Task<RawLine> OpenAsync(Uri address)
    {
        var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port);
        return new RawLine(line);
    }

    /// <summary>Says this; that the other side has hung up is no mistake of ours.</summary>
    public async Task SendAsync(string text)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        }
        catch (IOException)
        {
            // What it had to say is still to be read.
        }
    }

    /// <summary>One byte after the other, until all are said or the other side has hung up.</summary>
    public async Task TrickleAsync(string text, TimeSpan pace, CancellationToken enough)
    {
        using var timer = new PeriodicTimer(pace);
        foreach (var letter in text)
        {
            if (enough.IsCancellationRequested)
                return;
            await SendAsync(letter.ToString());
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Everything that is answered until the other side hangs up.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await client.GetStream().ReadAsync(buffer, patience.Token) is > 0 and var read)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // It hung up without a word more.
        }
        return text.ToString();
    }

    public void Dispose() => client.Dispose();
}
