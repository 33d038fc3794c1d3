using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Drills.Load;

/// <summary>Somebody at work: adds an application, then changes it, replaces it or moves it on, and begins again.</summary>
internal sealed class Writer(Sender sender, string name, int owner, string token, Ledger ledger, Tally tally)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(40);

    /// <summary>Goes on until it is told to stop, and then finishes what it has begun.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken giveUp)
    {
        for (var round = 1; !stop.IsCancellationRequested; round++)
        {
            if (await AddAsync($"{name}-{round}", giveUp) is { } entry)
                await ChangeAsync(entry, round, giveUp);
            await Pause.ForAsync(Breath, giveUp);
        }
    }

    private async Task<Ledger.Entry?> AddAsync(string key, CancellationToken giveUp)
    {
        var made = await sender.SendAsync(() => Request(HttpMethod.Post, "/api/applications", Facts(key, "new"), key), giveUp);
        if (made is not { Status: 201, Body: { } row })
        {
            ledger.Surprise($"POST /api/applications: {made.Status} {made.Body?.ToJsonString()}");
            return null;
        }
        tally.Wrote();
        var entry = new Ledger.Entry(owner, key, row["id"]!.GetValue<Guid>()) { Version = VersionOf(row), Comment = "new" };
        ledger.Add(entry);
        return entry;
    }

    private Task ChangeAsync(Ledger.Entry entry, int round, CancellationToken giveUp) =>
        (round % 3) switch
        {
            0 => EditAsync(entry, HttpMethod.Patch, new { comment = $"patched {entry.Key}" }, giveUp),
            1 => EditAsync(entry, HttpMethod.Put, Facts(entry.Key, $"replaced {entry.Key}"), giveUp),
            _ => MoveAsync(entry, giveUp),
        };

    /// <summary>Without a key: a repeated edit meets its own new version, and then the row says whose text stands there.</summary>
    private async Task EditAsync(Ledger.Entry entry, HttpMethod method, object change, CancellationToken giveUp)
    {
        var comment = $"{(method == HttpMethod.Put ? "replaced" : "patched")} {entry.Key}";
        var edited = await sender.SendAsync(() => Request(method, PathOf(entry), change, version: entry.Version), giveUp);
        if (edited is { Status: 412, Repeated: true })
            edited = await sender.SendAsync(() => Request(HttpMethod.Get, PathOf(entry)), giveUp);
        if (edited is not { Status: 200, Body: { } row } || row.Text("comment") != comment)
        {
            ledger.Surprise($"{method} of an application: {edited.Status} {edited.Body?.ToJsonString()}");
            return;
        }
        tally.Wrote();
        (entry.Version, entry.Comment) = (VersionOf(row), comment);
    }

    private async Task MoveAsync(Ledger.Entry entry, CancellationToken giveUp)
    {
        var path = $"{PathOf(entry)}/status";
        var moved = await sender.SendAsync(
            () => Request(HttpMethod.Post, path, new { status = "applied", note = entry.Key }, entry.Key, entry.Version),
            giveUp
        );
        if (moved is not { Status: 200, Body: { } row })
        {
            ledger.Surprise($"POST of a status: {moved.Status} {moved.Body?.ToJsonString()}");
            return;
        }
        tally.Wrote();
        (entry.Version, entry.Status) = (VersionOf(row), "applied");
    }

    private HttpRequestMessage Request(HttpMethod method, string path, object? body = null, string? key = null, int? version = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (version is not null)
            request.Headers.Add("If-Match", $"\"{version}\"");
        return request;
    }

    private static string PathOf(Ledger.Entry entry) => $"/api/applications/{entry.Id}";

    private static object Facts(string key, string comment) =>
        new
        {
            company = $"Company {key}",
            position = key,
            comment,
        };

    private static int VersionOf(JsonNode row) => row["version"]!.GetValue<int>();
}
