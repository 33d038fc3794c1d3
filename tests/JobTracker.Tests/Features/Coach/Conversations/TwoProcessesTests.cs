using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>What holds when the reply is written in one process and read, or asked for, in another.</summary>
public sealed class TwoProcessesTests(CoachSite site) : IClassFixture<CoachSite>
{
    private const int Replies = 48;
    private const int People = 8;
    private const string Question = "Which topic comes first?";

    [Fact]
    public async Task A_reader_elsewhere_who_loses_the_line_again_and_again_misses_nothing_and_hears_nothing_twice()
    {
        await using var gemini = await FakeGemini.StartAsync(pace: TimeSpan.FromMilliseconds(1));
        var settings = site.Settings(
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("Quotas:CoachMessagesPerDay", "1000"),
            ("Quotas:CoachTokensPerDay", "100000000")
        );
        await using var writing = site.App.StartAnother(settings);
        await using var reading = site.App.StartAnother(settings);
        // Several people at once: each has one running reply at a time.
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => TalkAsync(writing, reading, new Random(person))));
        Assert.Equal(Replies, gemini.Calls.Count(call => call.Path.Contains("stream", StringComparison.Ordinal)));
    }

    private async Task TalkAsync(JobTrackerApp writing, JobTrackerApp reading, Random chance)
    {
        using var user = await site.App.RegisterAsync();
        using var writer = user.On(writing);
        using var reader = user.On(reading);
        for (var reply = 0; reply < Replies / People; reply++)
        {
            var talk = await Talk.BeginAsync(user);
            var asked = await talk.SendAsync(Question, on: writer);
            Assert.Equal(string.Concat(PlausibleAnswer.To(Question, schema: null)), await ReadAsync(talk, asked, reader, chance));
        }
    }

    /// <summary>The whole text, over as many lines as chance wants.</summary>
    private static async Task<string> ReadAsync(Talk talk, string reply, HttpClient reader, Random chance)
    {
        var text = new StringBuilder();
        for (var last = 0; ; )
        {
            await foreach (var news in talk.FollowAsync(reply, last, reader))
            {
                var data = JsonNode.Parse(news.Data)!;
                if (news.EventType == "done")
                {
                    Assert.Equal(data["message"]!.Text("text"), text.ToString());
                    return text.ToString();
                }
                Assert.Equal("delta", news.EventType);
                Assert.Equal($"{++last}", news.EventId);
                text.Append(data.Text("text"));
                if (chance.Next(3) == 0)
                    break;
            }
        }
    }

    [Fact]
    public async Task Sixty_messages_over_two_processes_with_ten_left_are_ten_calls()
    {
        (string, string) ten = ("Quotas:CoachMessagesPerDay", "10");
        await using var gemini = await FakeGemini.StartAsync();
        (string, string)[] settings = site.Settings(ten, ("Gemini:BaseUrl", gemini.Address.AbsoluteUri));
        await using var one = await JobTrackerApp.StartAsync(settings);
        await using var other = one.StartAnother(settings);
        using var user = await one.RegisterAsync();
        using var elsewhere = user.On(other);
        var talks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Talk.BeginAsync(user)));
        var statuses = new List<int>();
        for (var message = 0; message < 60; message++)
        {
            var talk = talks[message % talks.Length];
            using var answer = await talk.TrySendAsync($"Message {message}", on: message % 2 == 0 ? null : elsewhere);
            statuses.Add((int)answer.StatusCode);
            if ((int)answer.StatusCode == 202)
                await talk.EndAsync((await answer.ReadAsync(202)).Text("reply_id")!);
            else
                Assert.Equal("coach_messages_per_day", (await answer.ProblemAsync(403, "quota_exceeded")).Text("quota"));
        }
        Assert.Equal([.. Enumerable.Repeat(202, 10), .. Enumerable.Repeat(403, 50)], statuses);
        Assert.Equal(10, gemini.Calls.Count);
    }
}
