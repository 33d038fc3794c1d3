using System.Diagnostics;
using System.Net.Http.Json;
using JobTracker.Testing.Ai;

namespace JobTracker.Benchmarks.Coach;

/// <summary>From the moment in which the provider writes its first word to the moment in which a reader has it. Everything runs in this process, by one clock.</summary>
internal static class FirstByte
{
    public static async Task<IReadOnlyList<TimeSpan>> ThroughSiteAsync(CoachStage stage, int rounds)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var gate = new Gate();
            var written = 0L;
            stage.Gemini.Next(Answer(gate, () => written = Stopwatch.GetTimestamp()));
            var reply = await stage.SendAsync();
            // The reader is there before the first word, as a page is.
            var reading = FirstAsync(stage.User.Client, new HttpRequestMessage(HttpMethod.Get, $"{reply}/stream"), "delta");
            await gate.Reached;
            gate.Open();
            var read = await reading;
            times.Add(Stopwatch.GetElapsedTime(written, read));
        }
        return times;
    }

    public static async Task<IReadOnlyList<TimeSpan>> FromProviderAsync(CoachStage stage, int rounds)
    {
        using var client = new HttpClient { BaseAddress = stage.Gemini.Address };
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var gate = new Gate();
            var written = 0L;
            stage.Gemini.Next(Answer(gate, () => written = Stopwatch.GetTimestamp()));
            var request = new HttpRequestMessage(HttpMethod.Post, $"v1beta/models/{GeminiWords.Model}:streamGenerateContent?alt=sse")
            {
                Headers = { { "x-goog-api-key", "a-key-for-the-benchmark" } },
                Content = JsonContent.Create(new { contents = Array.Empty<object>() }),
            };
            var reading = FirstAsync(client, request, "message");
            await gate.Reached;
            gate.Open();
            var read = await reading;
            times.Add(Stopwatch.GetElapsedTime(written, read));
        }
        return times;
    }

    private static Script Answer(Gate gate, Action writing) =>
        Scripts.Then(
            Scripts.Headers(),
            Scripts.Hold(gate),
            _ =>
            {
                writing();
                return Task.CompletedTask;
            },
            GeminiWords.Text("First"),
            GeminiWords.Finish()
        );

    /// <summary>When the first event of the kind came; the stream is read to its end, so that the next round begins with nothing running.</summary>
    private static async Task<long> FirstAsync(HttpClient client, HttpRequestMessage request, string kind)
    {
        using (request)
        {
            var first = 0L;
            await foreach (var item in CoachStage.EventsAsync(client, request))
            {
                if (first == 0 && item.EventType == kind)
                    first = Stopwatch.GetTimestamp();
            }
            return first;
        }
    }
}
