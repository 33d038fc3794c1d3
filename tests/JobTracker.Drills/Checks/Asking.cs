using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace JobTracker.Drills.Checks;

/// <summary>One request past the proxy, with how long its answer took.</summary>
internal static class Asking
{
    /// <param name="Status">0 when there was no answer.</param>
    /// <param name="SaysWhen">Whether it says when to come back.</param>
    internal sealed record Answered(int Status, TimeSpan After, bool SaysWhen);

    public static async Task<Answered> AskAsync(
        HttpClient client,
        HttpMethod method,
        string path,
        CancellationToken cancel,
        string? token = null,
        object? body = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var since = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await client.SendAsync(request, cancel);
            return new((int)answer.StatusCode, TimeProvider.System.GetElapsedTime(since), answer.Headers.RetryAfter is not null);
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return new(0, TimeProvider.System.GetElapsedTime(since), SaysWhen: false);
        }
    }
}
