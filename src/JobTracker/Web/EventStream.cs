using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace JobTracker.Web;

/// <summary>Writes server-sent events (WHATWG HTML §9.2) as they happen: nothing on the way holds them back. The framework's own result knows no comments, which keep quiet lines open.</summary>
public sealed class EventStream(HttpContext context)
{
    public const string MediaType = "text/event-stream";
    private const string LastSeen = "Last-Event-ID";

    // How long a reader waits before it connects again after the line was cut.
    private const int RetryMilliseconds = 500;

    private readonly JsonSerializerOptions json = context
        .RequestServices.GetRequiredService<IOptions<JsonOptions>>()
        .Value.SerializerOptions;

    /// <summary>The number of the last event that the reader has seen: 0 when it is new here; null when what it says is no such number.</summary>
    public static int? LastSeenBy(HttpRequest request) =>
        request.Headers[LastSeen] is { Count: > 0 } said
            ? int.TryParse(said.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null
            : 0;

    /// <summary>Sends the headers, so that the reader knows at once that it is heard.</summary>
    public Task StartAsync(CancellationToken cancel)
    {
        context.Response.ContentType = MediaType;
        context.Response.Headers.CacheControl = "no-store";
        // Proxies of nginx's kind would collect what is written.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return SendAsync($"retry: {RetryMilliseconds}\n\n", cancel);
    }

    /// <param name="name">What kind of event it is.</param>
    /// <param name="data">Written as JSON, which has no line breaks.</param>
    /// <param name="id">What the reader says it saw last when it comes back; null leaves it as it was.</param>
    /// <param name="cancel">The reader is gone.</param>
    public Task WriteAsync<T>(string name, T data, int? id, CancellationToken cancel)
    {
        var number = id is null ? "" : string.Create(CultureInfo.InvariantCulture, $"id: {id}\n");
        return SendAsync($"{number}event: {name}\ndata: {JsonSerializer.Serialize(data, json)}\n\n", cancel);
    }

    /// <summary>Says nothing, so that the line is not taken for dead.</summary>
    public Task KeepOpenAsync(CancellationToken cancel) => SendAsync(": \n\n", cancel);

    private async Task SendAsync(string text, CancellationToken cancel)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await context.Response.Body.FlushAsync(cancel);
    }
}
