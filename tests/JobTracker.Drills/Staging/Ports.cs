using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace JobTracker.Drills.Staging;

/// <summary>
/// Free ports below those that the system gives to outgoing connections: a process that is started again must find its port free, and a client
/// that knocks at a closed port of the system's own range may end up talking to itself.
/// </summary>
internal static class Ports
{
    private const int First = 15_000;
    private const int Last = 31_999;
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
