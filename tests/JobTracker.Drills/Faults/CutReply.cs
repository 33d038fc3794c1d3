using System.Text.Json.Nodes;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.Drills.Faults;

/// <summary>The process that writes a reply of the coach is killed in the middle of it; the other one settles it.</summary>
internal sealed class CutReply : Drill
{
    private const string Half = "Half of ";

    // The lease of a reply is 20 seconds.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(25);

    public override string Name => "cut-reply";

    public override string Fault => "kill -9 the process that writes a reply of the coach";

    public override string Expects => "the text so far stays, marked interrupted; the message is given back, and can be asked again";

    public override bool IsInShortForm => false;

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel)
    {
        await using var gemini = await FakeGemini.StartAsync();
        await using var stage = await Stage.BuildAsync(
            ground,
            cancel,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["GEMINI_API_KEY"] = "key-of-the-drills-5JqW",
                ["Gemini__BaseUrl"] = gemini.Address.AbsoluteUri,
            }
        );
        using var writer = await People.RegisterAsync(stage.One.Client(), "first");
        using var reader = await TestUser.SignInAsync(stage.Two.Client(), writer.Email, TestUser.Password);
        var application = (await writer.AddAsync()).Text("id");
        var talk = (await PostAsync(writer, "/api/coach/conversations", new { application_id = application }, 201)).Text("id");
        var path = $"/api/coach/conversations/{talk}";

        gemini.Next(Scripts.Then(GeminiWords.Text(Half), Scripts.Stall()));
        var sent = await PostAsync(
            writer,
            $"{path}/messages",
            new { text = "Go", client_message_id = Guid.CreateVersion7().ToString() },
            202
        );
        var reply = $"{path}/replies/{sent.Text("reply_id")}";
        findings.Expect(
            await Pause.UntilAsync(async () => (await reader.GetAsync(reply)).Text("text") == Half, TimeSpan.FromSeconds(10), cancel),
            "the other process never showed the text so far"
        );

        await stage.One.KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        await Pause.UntilAsync(async () => (await reader.GetAsync(reply)).Text("status") != "streaming", Most * 2, cancel);
        findings.ExpectWithin(
            TimeProvider.System.GetElapsedTime(killed),
            Most,
            "from the kill to the reply being settled by the other process"
        );
        var left = await reader.GetAsync(reply);
        findings.Expect(
            (left.Text("status"), left.Text("text")) == ("interrupted", Half),
            $"the reply is {left.Text("status")} with the text '{left.Text("text")}'"
        );
        findings.Expect(await MessagesAsync(reader) == 0, "the message that was cut counts in the day's quota");

        gemini.Next(GeminiWords.Reply("The whole of it"));
        var again = (await PostAsync(reader, $"{reply}/regenerate", null, 202)).Text("reply_id");
        var whole = await Pause.UntilAsync(
            async () => (await reader.GetAsync($"{path}/replies/{again}")).Text("text") == "The whole of it",
            TimeSpan.FromSeconds(10),
            cancel
        );
        findings.Expect(whole, "asked again, the coach did not answer");
        findings.Expect(await MessagesAsync(reader) == 1, "the message asked again does not count once");
    }

    private static async Task<JsonNode> PostAsync(TestUser user, string path, object? body, int status)
    {
        using var answer = await user.SendAsync(HttpMethod.Post, path, body);
        return await answer.ReadAsync(status);
    }

    private static async Task<int> MessagesAsync(TestUser user) =>
        (await user.GetAsync("/meta"))["usage"]!["ai_messages_today"]!.GetValue<int>();
}
