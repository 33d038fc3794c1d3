using System.Runtime.CompilerServices;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers;

/// <summary>Asks again while nothing of the answer has come: after what passes by itself, a few times, and only for moments.</summary>
internal sealed partial class Retrying(IChatClient inner, TimeProvider clock, ILogger<Retrying> logger) : StreamedChatClient(inner)
{
    public const int MostTries = 3;

    /// <summary>From the first try to the beginning of the last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(400);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var question = messages.ToList();
        await using var updates = await BeginAsync(question, options, cancellationToken);
        do yield return updates.Current;
        while (await updates.MoveNextAsync());
    }

    /// <summary>The answer at its first update.</summary>
    private async Task<IAsyncEnumerator<ChatResponseUpdate>> BeginAsync(
        List<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancel
    )
    {
        var began = clock.GetTimestamp();
        for (var tried = 1; ; tried++)
        {
            var updates = InnerClient.GetStreamingResponseAsync(messages, options, cancel).GetAsyncEnumerator(cancel);
            TimeSpan wait;
            try
            {
                if (await updates.MoveNextAsync())
                    return updates;
                throw Troubles.Of(AiCodes.Interrupted);
            }
            catch (AiException failed)
            {
                await updates.DisposeAsync();
                wait = Delay(tried, failed.Trouble);
                if (!Passes(failed.Trouble) || tried == MostTries || clock.GetElapsedTime(began) + wait > Longest)
                    throw;
                LogRetry(failed.Trouble.Code, tried, wait.TotalMilliseconds);
            }
            catch
            {
                await updates.DisposeAsync();
                throw;
            }
            await Task.Delay(wait, clock, cancel);
        }
    }

    /// <summary>What was cut off without a text has been thought about, and paid for: it is not asked again unasked.</summary>
    private static bool Passes(AiTrouble trouble) => trouble.Code is AiCodes.Overloaded or AiCodes.Busy;

    /// <summary>Growing, and never the same for all who were turned away at once; at least what the provider asks for, which may be nothing.</summary>
    private static TimeSpan Delay(int tried, AiTrouble trouble)
    {
        var own = FirstDelay * (1 << (tried - 1)) * (0.5 + Random.Shared.NextDouble());
        return trouble.RetryAfter > own ? trouble.RetryAfter.Value : own;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The provider said {Code} to try {Try}; asking again in {Milliseconds:0} ms")]
    private partial void LogRetry(string code, int @try, double milliseconds);
}
