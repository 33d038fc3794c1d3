using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace JobTracker.Benchmarks.Statistics;

/// <summary>One statement sent by pgbench or, where that is missing, by Npgsql: prepared, with nothing around it.</summary>
internal sealed class BareStatement(string connectionString, FormattableString statement)
{
    private static readonly string? Pgbench = Directory.Exists("/usr/lib/postgresql")
        ? Directory
            .EnumerateFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .LastOrDefault()
        : null;

    private readonly string sql = string.Format(
        CultureInfo.InvariantCulture,
        statement.Format,
        [.. statement.GetArguments().Select(Literal)]
    );

    public static string Program => Pgbench is null ? "Npgsql" : "pgbench";

    public Task<IReadOnlyList<TimeSpan>> MeasureAsync(int rounds) => Pgbench is null ? WithNpgsqlAsync(rounds) : WithPgbenchAsync(rounds);

    private async Task<IReadOnlyList<TimeSpan>> WithPgbenchAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("statistics-");
        try
        {
            var script = Path.Combine(folder.FullName, "statement.sql");
            await File.WriteAllTextAsync(script, sql.ReplaceLineEndings(" ") + "\n");
            var database = new NpgsqlConnectionStringBuilder(connectionString);
            var start = new ProcessStartInfo(
                Pgbench!,
                [
                    "-n",
                    "-c",
                    "1",
                    "-t",
                    $"{rounds}",
                    "-M",
                    "prepared",
                    "-f",
                    script,
                    "-l",
                    "--log-prefix",
                    Path.Combine(folder.FullName, "log"),
                ]
            )
            {
                Environment =
                {
                    ["PGHOST"] = database.Host,
                    ["PGPORT"] = $"{database.Port}",
                    ["PGUSER"] = database.Username,
                    ["PGPASSWORD"] = database.Password,
                    ["PGDATABASE"] = database.Database,
                },
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            using var running = Process.Start(start)!;
            await running.StandardOutput.ReadToEndAsync();
            await running.WaitForExitAsync();
            var log = folder.EnumerateFiles("log*").Single();
            // Each line: client, transaction, microseconds, …
            return
            [
                .. File.ReadLines(log.FullName)
                    .Select(line => TimeSpan.FromMicroseconds(long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture))),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<IReadOnlyList<TimeSpan>> WithNpgsqlAsync(int rounds)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.PrepareAsync();
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) { }
            times.Add(Stopwatch.GetElapsedTime(begun));
        }
        return times;
    }

    private static string Literal(object? value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            DateOnly day when day == DateOnly.MinValue => "'-infinity'::date",
            DateOnly day when day == DateOnly.MaxValue => "'infinity'::date",
            DateOnly day => $"'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'::date",
            Guid id => $"'{id}'::uuid",
            _ => throw new ArgumentException($"How is {value} written in SQL?", nameof(value)),
        };
}
