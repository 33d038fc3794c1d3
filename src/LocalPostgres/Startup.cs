using System.Globalization;

namespace LocalPostgres;

/// <summary>Starts the server of a prepared cluster.</summary>
internal sealed class Startup(Place place, ServerOptions options)
{
    private const int Attempts = 5;
    private readonly Cluster cluster = place.Cluster;

    /// <summary>Returns the port once the server takes connections. Another program may be quicker to a free port: then the next is tried, unless one was asked for.</summary>
    /// <exception cref="LocalPostgresException">It did not start; the message has the end of its log.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        KeepLogSmall();
        var port = options.Port ?? LoopbackPort.Choose(cluster.PortFile);
        for (var attempt = 1; ; attempt++)
        {
            var logged = LogLength();
            string[] start =
            [
                place.Binaries.PgCtl,
                "start",
                "-D",
                cluster.Path,
                "-l",
                cluster.Log,
                "-w",
                "-t",
                "120",
                "-s",
                "-o",
                Settings(port),
            ];
            var answer = await place.Account.RunAsync(start, cluster.Folder, cancel);
            if (answer.Succeeded)
            {
                await File.WriteAllTextAsync(cluster.PortFile, port.ToString(CultureInfo.InvariantCulture), cancel);
                return port;
            }

            var log = ReadLog(logged);
            if (
                attempt == Attempts
                || options.Port is not null
                || !log.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
            )
            {
                throw new LocalPostgresException(
                    $"PostgreSQL did not start: {LastWords(log) ?? answer.Reason} (its log is {cluster.Log})."
                );
            }

            port = LoopbackPort.Any();
        }
    }

    // On the command line these win over the cluster's own files. They pass through a shell: no value may need quoting.
    private string Settings(int port)
    {
        string[] durability = options.Durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
        string[] settings =
        [
            "listen_addresses=127.0.0.1",
            $"port={port}",
            "unix_socket_directories=",
            $"max_connections={options.MaxConnections}",
            "timezone=UTC",
            "log_timezone=UTC",
            .. durability,
        ];
        return string.Join(' ', settings.Select(setting => $"-c {setting}"));
    }

    private void KeepLogSmall()
    {
        const int Limit = 4 << 20;
        if (LogLength() > Limit)
        {
            File.Delete(cluster.Log);
        }
    }

    private long LogLength() => File.Exists(cluster.Log) ? new FileInfo(cluster.Log).Length : 0;

    private string ReadLog(long from)
    {
        if (LogLength() <= from)
        {
            return "";
        }

        using var file = new FileStream(cluster.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(from, SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static string? LastWords(string log) =>
        log.Split('\n')
            .LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal))
            ?.Trim();
}
