using JobTracker.Features.Coach.Providers;
using JobTracker.Testing.Ai;
using Microsoft.Extensions.AI;
using static JobTracker.Testing.Ai.GeminiWords;
using static JobTracker.Testing.Ai.Scripts;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>Everything that was seen of Gemini's streams, with what comes of it.</summary>
public sealed class GeminiOdditiesTests
{
    private static readonly Dictionary<string, Script> Answered = new(StringComparer.Ordinal)
    {
        ["as it should be"] = Reply("Hello, ", "you."),
        ["STOP on every piece"] = Then(TextAndFinish("Hello, "), TextAndFinish("you."), Finish()),
        ["a last event without parts"] = Then(Text("Hello, you."), FinishWithoutParts()),
        ["text in the last event"] = Then(Text("Hello, "), TextAndFinish("you.")),
        ["thoughts between"] = Then(Thought("They greet."), Text("Hello, "), Thought("Whom?"), TextAndFinish("you.")),
        ["numbers alone after the end"] = Then(TextAndFinish("Hello, you."), Event(new() { ["usageMetadata"] = Usage(7, 4, 2, 13) })),
        ["an empty event"] = Then(Event([]), Text("Hello, you."), Finish()),
        ["comments and line ends of another kind"] = Then(
            Raw(": keep-alive\n\n"),
            Raw(Frame("Hello, you.", "STOP").Replace("\r\n", "\n", StringComparison.Ordinal))
        ),
    };

    private static readonly Dictionary<string, (Script Script, string Code, string? Reason)> Refused = new(StringComparer.Ordinal)
    {
        ["STOP without text"] = (Finish(), AiCodes.Interrupted, null),
        ["STOP without parts"] = (FinishWithoutParts(), AiCodes.Interrupted, null),
        ["thoughts alone"] = (Then(Thought("Hm."), Finish()), AiCodes.Interrupted, null),
        ["cut before any text"] = (CutAfter(Headers()), AiCodes.Interrupted, null),
        ["an empty body"] = (Headers(), AiCodes.Interrupted, null),
        ["nonsense at once"] = (Raw("data: {\"candidates\":\r\n\r\n"), AiCodes.Interrupted, null),
        ["MAX_TOKENS without text"] = (FinishWithoutParts("MAX_TOKENS"), AiCodes.Interrupted, null),
        ["a blocked prompt"] = (BlockedPrompt("BLOCKLIST"), AiCodes.Blocked, "BLOCKLIST"),
        ["SAFETY"] = (FinishWithoutParts("SAFETY"), AiCodes.Blocked, "SAFETY"),
        ["RECITATION"] = (FinishWithoutParts("RECITATION"), AiCodes.Blocked, "RECITATION"),
        ["PROHIBITED_CONTENT"] = (FinishWithoutParts("PROHIBITED_CONTENT"), AiCodes.Blocked, "PROHIBITED_CONTENT"),
        ["BLOCKLIST"] = (FinishWithoutParts("BLOCKLIST"), AiCodes.Blocked, "BLOCKLIST"),
        ["SPII"] = (FinishWithoutParts("SPII"), AiCodes.Blocked, "SPII"),
        ["LANGUAGE"] = (FinishWithoutParts("LANGUAGE"), AiCodes.Blocked, "LANGUAGE"),
        ["OTHER"] = (FinishWithoutParts("OTHER"), AiCodes.Blocked, "OTHER"),
        ["a reason of tomorrow"] = (FinishWithoutParts("NEW_REASON"), AiCodes.Blocked, "NEW_REASON"),
    };

    private static readonly Dictionary<string, (Script Script, string Code)> BrokenOff = new(StringComparer.Ordinal)
    {
        ["an end without a finish reason"] = (Then(), AiCodes.Interrupted),
        ["nonsense in an event"] = (Raw("data: {\"candidates\":[{]}\r\n\r\n"), AiCodes.Interrupted),
        ["an event of another kind of JSON"] = (Raw("data: [1, 2]\r\n\r\n"), AiCodes.Interrupted),
        ["half of an event"] = (Raw("data: {\"candidates\""), AiCodes.Interrupted),
        ["an error as an event"] = (GeminiErrors.AsEvent(503, "UNAVAILABLE"), AiCodes.Overloaded),
        ["a used-up minute as an event"] = (GeminiErrors.AsEvent(429, "RESOURCE_EXHAUSTED"), AiCodes.Busy),
        ["a bare error"] = (GeminiErrors.Bare(500, "INTERNAL"), AiCodes.Overloaded),
        ["a bare error after an end"] = (Then(Finish(), GeminiErrors.Bare(429, "RESOURCE_EXHAUSTED")), AiCodes.Busy),
        ["a bare error in one line"] = (Raw("{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}"), AiCodes.KeyForbidden),
        ["a bare error in a list"] = (Raw("[{\"error\":{\"status\":\"UNAVAILABLE\"}}]\n"), AiCodes.Overloaded),
        ["half of a bare error"] = (Raw("{\"error\":{\"code\":5"), AiCodes.Interrupted),
        ["SAFETY after some text"] = (FinishWithoutParts("SAFETY"), AiCodes.Blocked),
        ["STOP after SAFETY"] = (Then(FinishWithoutParts("SAFETY"), Finish()), AiCodes.Blocked),
    };

    public static TheoryData<string> AnsweredNames => new(Answered.Keys);
    public static TheoryData<string> RefusedNames => new(Refused.Keys);
    public static TheoryData<string> BrokenOffNames => new(BrokenOff.Keys);

    [Theory, MemberData(nameof(AnsweredNames))]
    public async Task It_is_a_whole_answer(string oddity)
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        fake.Next(Answered[oddity]);
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Null(trouble);
        Assert.Equal("Hello, you.", text);
        Assert.Equal(ChatFinishReason.Stop, finish);
        Assert.NotNull(usage);
    }

    [Theory, MemberData(nameof(RefusedNames))]
    public async Task It_is_no_answer(string oddity)
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        var (script, code, reason) = Refused[oddity];
        fake.Next(script);
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal("", text);
        Assert.Equal((code, reason), (trouble?.Code, trouble?.Reason));
        Assert.Single(fake.Calls);
    }

    [Theory, MemberData(nameof(BrokenOffNames))]
    public async Task What_came_before_it_is_kept(string oddity)
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        var (script, code) = BrokenOff[oddity];
        fake.Next(Then(Text("Hello, "), Text("y"), script));
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal("Hello, y", text);
        Assert.Equal(code, trouble?.Code);
        Assert.Single(fake.Calls);
    }

    [Fact]
    public async Task What_came_before_the_connection_ended_is_kept()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        fake.Next(CutAfter(Text("Hello, "), Text("y")));
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal(("Hello, y", AiCodes.Interrupted), (text, trouble?.Code));
    }

    [Fact]
    public async Task An_answer_that_reached_its_limit_is_done_and_says_so()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        fake.Next(Then(Text("Hello, you"), FinishWithoutParts("MAX_TOKENS")));
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal(("Hello, you", ChatFinishReason.Length, null), (text, finish, trouble));
    }

    [Fact]
    public async Task An_event_may_arrive_in_pieces_that_end_anywhere()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        var frame = Frame("Ça va très bien 🙂", "STOP").Replace("\\u00C7", "Ç", StringComparison.Ordinal);
        var raw = System.Text.RegularExpressions.Regex.Unescape(frame);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(raw);
        for (var at = 1; at < bytes; at++)
        {
            fake.Next(Split(raw, at));
            Assert.Equal("Ça va très bien 🙂", (await stage.ListenAsync()).Text);
        }
    }

    [Fact]
    public async Task What_was_thought_is_never_shown_and_counts_as_output()
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        fake.Next(Then(Thought("Secret."), Text("Open."), Finish(usage: Usage(100, 20, 30, 150))));
        var (text, finish, usage, trouble) = await stage.ListenAsync();
        Assert.Equal("Open.", text);
        Assert.Equal(
            (100, 50, 150, 30),
            (usage!.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.ReasoningTokenCount)
        );
    }
}
