using System.Diagnostics;
using System.Runtime.CompilerServices;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers;

/// <summary>Measures every answer: times, tokens, and how it ended. Without a listener it costs next to nothing.</summary>
internal sealed class Metering(IChatClient inner, CoachInstruments instruments, TokenRatio ratio, Asked asked, TimeProvider clock)
    : StreamedChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var span = CoachInstruments.Spans.StartActivity($"chat {asked.Model}", ActivityKind.Client);
        var course = new AnswerCourse(clock);
        try
        {
            await using var updates = InnerClient
                .GetStreamingResponseAsync(messages, options, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (await course.MoreAsync(updates))
                yield return updates.Current;
        }
        finally
        {
            Tell(span, course);
            instruments.Record(asked, course);
            // A schema is counted by providers, each in its own way.
            if (options?.ResponseFormat is not ChatResponseFormatJson && course.Usage?.InputTokenCount is { } tokens)
                ratio.Learn(asked.Provider, asked.Model, messages.Sum(message => (long)message.Text.Length), tokens);
        }
    }

    private void Tell(Activity? span, AnswerCourse course) =>
        span
            ?.SetTag("gen_ai.provider.name", Wire.Name(asked.Provider))
            .SetTag("gen_ai.request.model", asked.Model)
            .SetTag("gen_ai.usage.input_tokens", course.Usage?.InputTokenCount)
            .SetTag("gen_ai.usage.output_tokens", course.Usage?.OutputTokenCount)
            .SetTag("jobtracker.result", course.Result);
}
