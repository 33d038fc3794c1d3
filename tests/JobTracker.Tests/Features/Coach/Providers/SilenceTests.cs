using System.Collections.Concurrent;
using System.Diagnostics;
using JobTracker.Features.Coach.Providers;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Web.Bearer;
using Microsoft.Extensions.Logging;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>Logs and spans tell how an answer went, and nothing of what was said.</summary>
public sealed class SilenceTests
{
    private const string Prompt = "prompt-canary";
    private const string Reply = "reply-canary";

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task Neither_prompt_nor_reply_nor_key_is_logged_whatever_happens(string name)
    {
        using var log = new RecordedLog();
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CoachInstruments.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        Script[] scripts =
            name == "gemini"
                ?
                [
                    GeminiWords.Reply(Reply),
                    GeminiErrors.Overloaded(),
                    GeminiErrors.WrongKey(ProviderStage.Key),
                    Scripts.Then(GeminiWords.Text(Reply), GeminiErrors.AsEvent()),
                    GeminiErrors.Answer(400, "INVALID_ARGUMENT", $"{Prompt} {ProviderStage.Key}"),
                    Scripts.CutAfter(GeminiWords.Text(Reply)),
                    Scripts.Raw($"data: {Reply}\n\n"),
                ]
                :
                [
                    OpenAiWords.Reply(Reply),
                    OpenAiWords.Overloaded(),
                    Scripts.Answer(401, $$$"""{"error":{"message":"Wrong key {{{ProviderStage.Key}}}","code":"invalid_api_key"}}"""),
                    Scripts.CutAfter(OpenAiWords.Text(Reply)),
                    Scripts.Raw($"data: {Reply}\n\n"),
                ];
        if (name == "gemini")
        {
            var (stage, fake) = await ProviderStage.GeminiAsync(loggers: loggers);
            await using var _ = stage;
            await AskAsync(stage, fake, scripts);
        }
        else
        {
            var (stage, fake) = await ProviderStage.OpenAiAsync(loggers: loggers);
            await using var _ = stage;
            await AskAsync(stage, fake, scripts);
        }

        // An overload was asked about again, so there is one answer fewer than there are scripts.
        Assert.Equal(scripts.Length - 1, log.Lines.Count(line => line.Contains("Coach answer", StringComparison.Ordinal)));
        Assert.Contains(log.Lines, line => line.Contains("ai_overloaded", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("ai_key_invalid", StringComparison.Ordinal));
        Assert.NotEmpty(spans);
        var told = log.Lines.Concat(spans.SelectMany(span => span.TagObjects.Select(tag => $"{span.DisplayName} {tag.Key} {tag.Value}")));
        Assert.DoesNotContain(told, line => line.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task AskAsync(ProviderStage stage, FakeProvider fake, Script[] scripts)
    {
        fake.Next(scripts);
        while (fake.Calls.Count < scripts.Length)
            await stage.ListenAsync(Prompt);
    }
}
