using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JobTracker.Testing.Ai;

/// <summary>One call and the answer that a script writes to it, byte by byte if it wants.</summary>
public sealed class Exchange(HttpContext context, RecordedCall call, bool streams, CancellationToken gone)
{
    private readonly List<JsonNode> kept = [];

    public RecordedCall Call => call;

    /// <summary>True when the client asked for a stream; otherwise events become one answer at the end.</summary>
    public bool Streams => streams;

    /// <summary>What was sent as events of an answer that does not stream.</summary>
    public IReadOnlyList<JsonNode> Kept => kept;

    /// <summary>Ends when the client hangs up, or the fake is closed.</summary>
    public CancellationToken Gone => gone;

    /// <summary>Status and headers; a script that leaves it out answers 200.</summary>
    public void Begin(int status, string? mediaType = null, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType ?? (streams ? "text/event-stream" : "application/json; charset=UTF-8");
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
    }

    /// <summary>One event of a stream.</summary>
    public Task SendAsync(JsonNode json)
    {
        if (streams)
            return WriteAsync($"data: {json.ToJsonString()}\r\n\r\n");
        kept.Add(json);
        return Task.CompletedTask;
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes as they stand, in a packet of their own.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (!context.Response.HasStarted && context.Response.ContentType is null)
            Begin(StatusCodes.Status200OK);
        await context.Response.BodyWriter.WriteAsync(bytes, gone);
        await context.Response.BodyWriter.FlushAsync(gone);
    }

    /// <summary>The headers go out although no byte of the body is there yet.</summary>
    public async Task StartAsync()
    {
        Begin(StatusCodes.Status200OK);
        await context.Response.StartAsync(gone);
        await context.Response.BodyWriter.FlushAsync(gone);
    }

    /// <summary>Announces more bytes than there will be: the connection ends in the middle of the answer, after all that was written.</summary>
    public void PromiseMore() => context.Response.ContentLength = int.MaxValue;

    /// <summary>Says nothing more until the client gives up.</summary>
    public Task StallAsync() => new TaskCompletionSource().Task.WaitAsync(gone);

    /// <summary>The connection breaks at once; what is on its way may be lost.</summary>
    public void Cut() => context.Abort();
}
