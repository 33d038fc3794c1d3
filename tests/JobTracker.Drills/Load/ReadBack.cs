using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using JobTracker.Drills.Staging;
using JobTracker.Testing;
using Npgsql;

namespace JobTracker.Drills.Load;

/// <summary>Whether everything that was acknowledged is there, as it was acknowledged, and once: asked of the site and of the database itself.</summary>
internal sealed class ReadBack(Stage stage, string load, Ledger ledger, IReadOnlyList<string> tokens)
{
    // Four readers are enough for two cores.
    private static readonly ParallelOptions Readers = new() { MaxDegreeOfParallelism = 4 };

    /// <param name="Lost">Acknowledged, and not there or not so.</param>
    /// <param name="Duplicated">One key, more than one row.</param>
    internal sealed record Found(IReadOnlyList<string> Lost, IReadOnlyList<string> Duplicated);

    public async Task<Found> RunAsync(CancellationToken cancel)
    {
        var lost = new ConcurrentBag<string>();
        Readers.CancellationToken = cancel;
        await Parallel.ForEachAsync(
            ledger.Entries,
            Readers,
            async (entry, _) =>
            {
                if (await ComplaintAsync(entry, cancel) is { } complaint)
                    lost.Add($"{entry.Key}: {complaint}");
            }
        );
        var stored = await PairsAsync("select id::text, position from applications where position like $1", cancel);
        foreach (var entry in ledger.Entries.Where(entry => !stored.Contains((entry.Id.ToString(), entry.Key))))
            lost.Add($"{entry.Key}: not in the database");
        var moves = await PairsAsync("select id::text, note from status_changes where note like $1", cancel);
        return new Found(
            [.. lost.Distinct(StringComparer.Ordinal)],
            [.. Repeated(stored).Concat(Repeated(moves).Select(key => $"{key} (status)"))]
        );
    }

    private async Task<string?> ComplaintAsync(Ledger.Entry entry, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/applications/{entry.Id}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[entry.Owner]);
        using var answer = await stage.Site.SendAsync(request, cancel);
        if (answer.StatusCode != HttpStatusCode.OK)
            return $"{(int)answer.StatusCode}";
        var row = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
        var (seen, meant) = (
            (row.Text("position"), row.Text("comment"), row.Text("status"), row.Text("version")),
            (entry.Key, entry.Comment, entry.Status, $"{entry.Version}")
        );
        return seen == meant ? null : $"{seen} instead of {meant}";
    }

    private async Task<HashSet<(string Id, string Key)>> PairsAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(stage.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue($"{load}w%");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var pairs = new HashSet<(string, string)>();
        while (await rows.ReadAsync(cancel))
            pairs.Add((rows.GetString(0), rows.GetString(1)));
        return pairs;
    }

    private static IEnumerable<string> Repeated(IEnumerable<(string Id, string Key)> pairs) =>
        pairs.GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);
}
