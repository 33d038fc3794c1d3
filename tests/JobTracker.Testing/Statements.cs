using System.Collections.Concurrent;
using System.Diagnostics;

namespace JobTracker.Testing;

/// <summary>Counts the SQL statements behind one request, whatever else runs at the time: Npgsql's spans carry the request's trace.</summary>
public sealed class Statements : IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> sent = new();
    private readonly ActivityListener listener;

    public Statements()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The statements that answering this address took, in order.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await OfAsync(client, request, 200);
    }

    /// <summary>Those that answering this request took.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(HttpClient client, HttpRequestMessage request, int status)
    {
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        if ((int)answer.StatusCode != status)
            throw new InvalidOperationException($"{request.RequestUri} answered {(int)answer.StatusCode}.");
        return sent.TryGetValue(trace, out var statements) ? [.. statements] : [];
    }

    public void Dispose() => listener.Dispose();

    private void Note(Activity activity)
    {
        if (activity.Source.Name == "Npgsql" && activity.GetTagItem("db.query.text") is string statement)
            sent.GetOrAdd(activity.TraceId, _ => new()).Enqueue(statement);
    }
}
