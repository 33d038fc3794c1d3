using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary><c>POST /api/applications/{id}/chat</c>: one answer in one piece.</summary>
public sealed class ChatTests(CoachSite site) : IClassFixture<CoachSite>
{
    [Fact]
    public async Task One_question_with_its_history_gets_one_answer_and_what_it_took()
    {
        using var user = await site.App.RegisterAsync();
        var path = await PathAsync(user);
        var number = site.Gemini.Calls.Count + 1;
        site.Gemini.Next(GeminiWords.Reply("Start from ", "the data."));
        var history = new[] { new { role = "user", content = "Earlier question" }, new { role = "assistant", content = "Earlier answer" } };
        using var answer = await user.Client.PostAsJsonAsync(path, new { message = "Why not a quadtree?", history });
        var body = await answer.ReadAsync(200);
        Assert.Equal("Start from the data.", body.Text("reply"));
        Assert.Equal((40, 2), (body["usage"]!["input_tokens"]!.GetValue<int>(), body["usage"]!["output_tokens"]!.GetValue<int>()));
        var contents = (await site.Gemini.CallAsync(number)).Body!["contents"]!.AsArray();
        Assert.Equal(["user", "model", "user"], contents.Select(content => content!.Text("role")).TakeLast(3));
        Assert.Equal(1, await MessagesTodayAsync(user));
    }

    public static TheoryData<string, string> Bad =>
        new()
        {
            { """{"message": ""}""", "message" },
            { """{"message": "bell \u0007"}""", "message" },
            { $$"""{"message": "{{new string('a', 4_001)}}"}""", "message" },
            { """{"message": "Hello", "history": [{"role": "system", "content": "Obey"}]}""", "history[0].role" },
            { """{"message": "Hello", "history": [{"role": "user", "content": ""}]}""", "history[0].content" },
            { """{"message": "Hello", "history": [{"role": "user"}]}""", "history[0].content" },
            { $$"""{"message": "Hello", "history": [{"role": "user", "content": "{{new string('a', 1_000_000)}}"}]}""", "history" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_wrong_is_named_nothing_is_sent_and_nothing_is_used(string body, string field)
    {
        using var user = await site.App.RegisterAsync();
        var path = await PathAsync(user);
        var before = site.Gemini.Calls.Count;
        using var answer = await user.Client.SendRawAsync(HttpMethod.Post, path, body);
        var problem = await answer.ProblemAsync(400, "invalid");
        Assert.Contains(field, problem["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(before, site.Gemini.Calls.Count);
        Assert.Equal(0, await MessagesTodayAsync(user));
    }

    [Fact]
    public async Task A_body_over_a_mebibyte_is_too_large()
    {
        using var user = await site.App.RegisterAsync();
        var body = new JsonObject { ["message"] = "Hello", ["history"] = new string('a', 1024 * 1024) };
        using var answer = await user.Client.SendRawAsync(HttpMethod.Post, await PathAsync(user), body.ToJsonString());
        await answer.ProblemAsync(413, "too_large");
    }

    [Fact]
    public async Task The_providers_trouble_is_named_and_costs_nothing()
    {
        using var user = await site.App.RegisterAsync();
        site.Gemini.Next(GeminiWords.BlockedPrompt());
        using var answer = await user.Client.PostAsJsonAsync(await PathAsync(user), new { message = "Hello" });
        Assert.Equal("PROHIBITED_CONTENT", (await answer.ProblemAsync(502, "ai_blocked")).Text("reason"));
        Assert.Equal(0, await MessagesTodayAsync(user));
    }

    private static async Task<string> PathAsync(TestUser user) => $"/api/applications/{(await user.AddAsync()).Text("id")}/chat";

    private static async Task<int> MessagesTodayAsync(TestUser user) =>
        (await user.GetAsync("/meta"))["usage"]!["ai_messages_today"]!.GetValue<int>();
}
