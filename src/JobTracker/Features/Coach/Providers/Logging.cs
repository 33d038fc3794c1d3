using System.Runtime.CompilerServices;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers;

/// <summary>One line for each answer: who asked whom, how long it took, what it cost, how it ended. Never a prompt, a reply or a key.</summary>
internal sealed partial class Logging(IChatClient inner, Asked asked, TimeProvider clock, ILogger<Logging> logger)
    : StreamedChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
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
            LogAnswer(
                asked.Owner.Value,
                Wire.Name(asked.Provider),
                asked.Model,
                Wire.Name(asked.Purse),
                course.Result,
                course.Took.TotalMilliseconds,
                course.FirstText?.TotalMilliseconds,
                course.Usage?.InputTokenCount,
                course.Usage?.OutputTokenCount
            );
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Coach answer for user {UserId} by {Provider} {Model} on the {Purse} key: {Result} in {Milliseconds:0} ms, first text after {FirstText:0} ms, {InputTokens} tokens in, {OutputTokens} out"
    )]
    private partial void LogAnswer(
        Guid userId,
        string provider,
        string model,
        string purse,
        string result,
        double milliseconds,
        double? firstText,
        long? inputTokens,
        long? outputTokens
    );
}
