using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LocalPostgres;

/// <summary>A free port of this machine. Free now: whoever uses it must be ready to find it taken.</summary>
internal static class LoopbackPort
{
    /// <summary>The port used last time if it is free, so that a database tool's connection stays valid; else one that the system picks.</summary>
    public static int Choose(string portFile)
    {
        var last = File.Exists(portFile) ? File.ReadAllText(portFile) : "";
        return
            int.TryParse(last, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue && Bind(port) is { } same
            ? same
            : Any();
    }

    /// <summary>A port that the system picks.</summary>
    public static int Any() => Bind(0)!.Value;

    private static int? Bind(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
