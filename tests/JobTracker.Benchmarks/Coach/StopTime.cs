using System.Diagnostics;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Benchmarks.Coach;

/// <summary>From the moment in which Stop is sent to the moment in which the provider sees that nobody listens any more.</summary>
internal static class StopTime
{
    public static async Task<IReadOnlyList<TimeSpan>> MeasureAsync(CoachStage stage, int rounds)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var number = stage.Gemini.Calls.Count + 1;
            stage.Gemini.Next(Scripts.Then(GeminiWords.Text("Half an"), Scripts.Stall()));
            var reply = await stage.SendAsync();
            var call = await stage.Gemini.CallAsync(number);
            await foreach (var item in CoachStage.EventsAsync(stage.User.Client, new HttpRequestMessage(HttpMethod.Get, $"{reply}/stream")))
            {
                if (item.EventType != "delta")
                    continue;
                var pressed = Stopwatch.GetTimestamp();
                using var stopped = await stage.User.SendAsync(HttpMethod.Post, $"{reply}/stop");
                await stopped.ReadAsync(200);
                times.Add(Stopwatch.GetElapsedTime(pressed, await call.HungUp));
            }
        }
        return times;
    }
}
