using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using LocalPostgres;

namespace JobTracker.Tests.Delivery;

/// <summary>The app and its private PostgreSQL, as Development runs them, when the app is killed.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class KillTests : IAsyncLifetime
{
    private const int Writers = 12;
    private const int EnoughRows = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, string> Development = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Demo__Seed"] = "false",
        ["Quotas__MaxApplicationsPerUser"] = "",
        ["Limits__ApiPerMinute"] = "0",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("jobtracker-kill-").FullName;
    private readonly ConcurrentDictionary<string, Guid> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> unanswered = new();
    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task After_a_kill_amid_writes_it_comes_up_by_itself_with_every_acknowledged_row_and_none_twice()
    {
        TestUser user;
        await using (var killed = JobTrackerProcess.Start(Development, folder))
        {
            user = await TestUser.RegisterAsync(await killed.CreateClientAsync(), "ada@example.org");
            var writers = Enumerable.Range(0, Writers).Select(_ => WriteUntilCutOffAsync(user.Client)).ToArray();
            await Task.WhenAny(enough.Task, Task.WhenAll(writers)).WaitAsync(Patience);
            await killed.KillAsync();
            await Task.WhenAll(writers).WaitAsync(Patience);
        }
        Assert.InRange(acknowledged.Count, EnoughRows, int.MaxValue);
        Assert.Equal(Writers, unanswered.Count);

        await using var restarted = JobTrackerProcess.Start(Development, folder);
        using var client = await restarted.CreateClientAsync();
        client.DefaultRequestHeaders.Authorization = user.Client.DefaultRequestHeaders.Authorization;
        user.Dispose();
        var repeated = acknowledged.Keys.Take(Writers).Concat(unanswered).ToArray();
        var answers = await Task.WhenAll(repeated.Select(key => AddAsync(client, key)));
        foreach (var (key, id) in repeated.Zip(answers))
            Assert.Equal(acknowledged.GetOrAdd(key, id), id);

        var rows = await AllAsync(client);
        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.Equal(acknowledged.Select(pair => (pair.Key, pair.Value)).Order(), rows.Order());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // Stopped in order, the app has stopped its server too; otherwise both may still be there.
        await Leftovers.RemoveAsync(new ServerOptions { DataFolder = Path.Combine(folder, ".data", "postgres") }, CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private async Task WriteUntilCutOffAsync(HttpClient client)
    {
        while (true)
        {
            var key = $"key-{Guid.CreateVersion7():N}";
            try
            {
                Assert.True(acknowledged.TryAdd(key, await AddAsync(client, key)));
            }
            catch (HttpRequestException)
            {
                unanswered.Enqueue(key);
                return;
            }
            if (acknowledged.Count >= EnoughRows)
                enough.TrySetResult();
        }
    }

    /// <summary>The id of the new row, whose position is the key.</summary>
    private static async Task<Guid> AddAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/applications");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new { company = "Kestrel Maps", position = key });
        using var answer = await client.SendAsync(request);
        return (await answer.ReadAsync(201))["id"]!.GetValue<Guid>();
    }

    private static async Task<List<(string Key, Guid Id)>> AllAsync(HttpClient client)
    {
        var rows = new List<(string, Guid)>();
        for (string? cursor = ""; cursor is not null; )
        {
            var more = cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            using var answer = await client.GetAsync($"/api/applications?limit=100{more}");
            var page = await answer.ReadAsync(200);
            rows.AddRange(page["items"]!.AsArray().Select(RowOf!));
            cursor = page["next_cursor"]?.GetValue<string>();
        }
        return rows;
    }

    private static (string Key, Guid Id) RowOf(JsonNode row) => (row["position"]!.GetValue<string>(), row["id"]!.GetValue<Guid>());
}
