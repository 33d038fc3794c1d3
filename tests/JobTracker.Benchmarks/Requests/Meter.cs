using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace JobTracker.Benchmarks.Requests;

/// <summary>Looks into a running app: how much it has allocated, and how many statements it has sent.</summary>
internal sealed class Meter : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobtracker-meter-");

    /// <summary>What the app is started with.</summary>
    public (string Name, string Value)[] Environment =>
        [("DOTNET_STARTUP_HOOKS", typeof(Meter).Assembly.Location), (StartupHook.Setting, Address)];

    private string Address => Path.Combine(folder.FullName, "socket");

    public Task<(long Allocated, long Statements)> ReadAsync() => AskAsync(StartupHook.Read);

    /// <summary>Statements are counted from here on.</summary>
    public Task ListenAsync() => AskAsync(StartupHook.Listen);

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(long Allocated, long Statements)> AskAsync(byte letter)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Address));
        await socket.SendAsync(new[] { letter });
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var numbers = (await reader.ReadToEndAsync())
            .Split(' ')
            .Select(number => long.Parse(number, CultureInfo.InvariantCulture))
            .ToArray();
        return (numbers[0], numbers[1]);
    }
}
