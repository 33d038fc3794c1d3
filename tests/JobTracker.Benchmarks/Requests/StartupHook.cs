using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

#pragma warning disable MA0047 // The runtime finds it by its name, which has no namespace.

/// <summary>
/// Runs inside the measured app, because DOTNET_STARTUP_HOOKS names this assembly; the runtime wants exactly this name, and none but the
/// framework's own classes. Whoever connects to its socket sends one letter and reads two numbers: bytes allocated and statements sent so far.
/// </summary>
internal static class StartupHook
{
    /// <summary>Environment variable: the path of the socket.</summary>
    public const string Setting = "JOBTRACKER_METER";

    /// <summary>Only tell.</summary>
    public const byte Read = (byte)'r';

    /// <summary>Count statements from now on. Listening makes spans, which take memory of their own: that is measured before.</summary>
    public const byte Listen = (byte)'l';

    private static long statements;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { } path)
            return;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        new Thread(() => Answer(socket)) { IsBackground = true }.Start();
    }

    private static void Answer(Socket socket)
    {
        var letter = new byte[1];
        while (true)
        {
            using var caller = socket.Accept();
            caller.Receive(letter);
            if (letter[0] == Listen)
                ListenToDatabase();
            var answer = string.Create(
                CultureInfo.InvariantCulture,
                $"{GC.GetTotalAllocatedBytes(precise: true)} {Interlocked.Read(ref statements)}"
            );
            caller.Send(Encoding.ASCII.GetBytes(answer));
        }
    }

    private static void ListenToDatabase() =>
        ActivitySource.AddActivityListener(
            new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref _) => ActivitySamplingResult.AllData,
                ActivityStopped = span => Interlocked.Add(ref statements, span.GetTagItem("db.query.text") is null ? 0 : 1),
            }
        );
}
