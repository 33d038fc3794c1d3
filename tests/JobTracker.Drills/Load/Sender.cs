using System.Text.Json.Nodes;

namespace JobTracker.Drills.Load;

/// <summary>A program that wants its write done: it repeats what got no answer, or was told to come back, with the same key.</summary>
internal sealed class Sender(HttpClient client, Tally tally)
{
    private static readonly TimeSpan AfterSilence = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Default = TimeSpan.FromMilliseconds(250);

    // A client that waits as long as it is told would make the outage look as long as it was told.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    /// <param name="Status">Of the answer that settles it.</param>
    /// <param name="Body">Its body.</param>
    /// <param name="Repeated">Whether an earlier attempt may have been carried out without our knowing.</param>
    internal sealed record Settled(int Status, JsonNode? Body, bool Repeated);

    /// <summary>Sends until it is settled.</summary>
    /// <param name="make">The request, made anew for each attempt.</param>
    /// <param name="giveUp">Ends the attempts.</param>
    public async Task<Settled> SendAsync(Func<HttpRequestMessage> make, CancellationToken giveUp)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (settled, wait) = await TryAsync(make, attempt > 0, giveUp);
            if (settled is not null)
                return settled;
            await Pause.ForAsync(wait, giveUp);
        }
    }

    private async Task<(Settled?, TimeSpan Wait)> TryAsync(Func<HttpRequestMessage> make, bool repeated, CancellationToken giveUp)
    {
        tally.Sent();
        var since = TimeProvider.System.GetTimestamp();
        try
        {
            using var request = make();
            using var answer = await client.SendAsync(request, giveUp);
            var status = (int)answer.StatusCode;
            var after = answer.Headers.RetryAfter?.Delta;
            // 409 says that the first attempt is still at work.
            if (status is < 500 and not 429 and not 409)
                return (new Settled(status, await ReadAsync(answer, giveUp), repeated), default);
            tally.Refused(status, TimeProvider.System.GetElapsedTime(since), after is not null);
            return (null, after is { } told ? (told < Most ? told : Most) : Default);
        }
        catch (Exception silence)
            when (silence is HttpRequestException or IOException or TaskCanceledException && !giveUp.IsCancellationRequested)
        {
            tally.Unanswered();
            return (null, AfterSilence);
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, CancellationToken cancel) =>
        answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))
            : null;
}
