using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Delivery;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>The process that writes a reply is killed, or stopped, in the middle of it.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class KilledProcessTests(CoachSite site) : IClassFixture<CoachSite>
{
    [Fact]
    public async Task A_killed_process_leaves_the_text_so_far_gives_the_message_back_and_it_can_be_asked_again()
    {
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("Half of "), Scripts.Stall()));
        string reply;
        Talk talk;
        await using (var process = JobTrackerProcess.Start(Environment))
        {
            var user = await TestUser.RegisterAsync(await process.CreateClientAsync(), "ada@example.org");
            talk = await Talk.BeginAsync(user);
            reply = await talk.SendAsync("Go");
            await foreach (var news in talk.FollowAsync(reply))
            {
                Assert.Equal("delta", news.EventType);
                break;
            }
            await process.KillAsync();
        }
        using var again = talk with { User = await talk.User.SignInAgainAsync(site.App) };
        Assert.Equal("streaming", (await again.ReplyAsync(reply)).Text("status"));
        Assert.Equal(1, await MessagesTodayAsync(again.User));

        // The lease runs out, of the reply and of what was set aside for it.
        site.App.Clock.Advance(TimeSpan.FromMinutes(2));
        var left = await again.ReplyAsync(reply);
        Assert.Equal(("interrupted", "Half of "), (left.Text("status"), left.Text("text")));
        Assert.Equal("ai_interrupted", left["error"]!.Text("code"));
        Assert.Equal(0, await MessagesTodayAsync(again.User));
        Assert.Equal(["delta", "error"], (await again.FollowAsync(reply).ToListAsync()).Select(news => news.EventType));

        site.Gemini.Next(GeminiWords.Reply("The whole of it"));
        var second = (await again.PostAsync(reply, "regenerate", 202)).Text("reply_id")!;
        Assert.Equal("The whole of it", (await again.EndAsync(second)).Text("text"));
        Assert.Equal(1, await MessagesTodayAsync(again.User));
        talk.Dispose();
    }

    [Fact]
    public async Task A_process_that_is_stopped_marks_what_it_cuts_and_settles_it_at_once()
    {
        site.Gemini.Next(Scripts.Then(GeminiWords.Text("Half of "), Scripts.Stall()));
        var stopping = site.App.StartAnother(site.Settings());
        using var there = await Talk.BeginAsync(stopping);
        var reply = await there.SendAsync("Go");
        await foreach (var news in there.FollowAsync(reply))
        {
            Assert.Equal("delta", news.EventType);
            break;
        }
        await stopping.DisposeAsync();
        using var talk = there with { User = await there.User.SignInAgainAsync(site.App) };
        var cut = await talk.ReplyAsync(reply);
        Assert.Equal(("interrupted", "Half of "), (cut.Text("status"), cut.Text("text")));
        Assert.Equal(1, await MessagesTodayAsync(talk.User));
    }

    private Dictionary<string, string> Environment
    {
        get
        {
            var all = Environments.Production(site.App.ConnectionString);
            foreach (var (name, value) in site.Settings())
                all[name.Replace(":", "__", StringComparison.Ordinal)] = value;
            all["Quotas__MaxUsers"] = "";
            return all;
        }
    }

    private static async Task<int> MessagesTodayAsync(TestUser user) =>
        (await user.GetAsync("/meta"))["usage"]!["ai_messages_today"]!.GetValue<int>();
}
