using System.Diagnostics;
using System.Text.Json.Nodes;

namespace JobTracker.Testing.Ai;

/// <summary>What a fake provider was sent. The key is kept apart, so that no failing assertion prints it.</summary>
public sealed class RecordedCall(string method, string path, string? key, IReadOnlyDictionary<string, string> headers, JsonNode? body)
{
    private readonly TaskCompletionSource<long> hangUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Method { get; } = method;

    /// <summary>With the query.</summary>
    public string Path { get; } = path;

    /// <summary>The key that was sent, wherever the provider's protocol puts it.</summary>
    public string? Key { get; } = key;

    /// <summary>All others, by lower-case name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    /// <summary>Null for requests without a body.</summary>
    public JsonNode? Body { get; } = body;

    /// <summary>When it came, in <see cref="Stopwatch"/> ticks.</summary>
    public long At { get; } = Stopwatch.GetTimestamp();

    /// <summary>Completes when the client goes away before its answer has ended: with when, in <see cref="Stopwatch"/> ticks.</summary>
    public Task<long> HungUp => hangUp.Task;

    public override string ToString() => $"{Method} {Path}";

    internal void ClientLeft() => hangUp.TrySetResult(Stopwatch.GetTimestamp());
}
