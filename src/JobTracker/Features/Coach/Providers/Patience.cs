using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers;

/// <summary>
/// How long to wait for a provider, and what counts as an answer: text and an end. Passes on only updates that say something.
/// </summary>
internal sealed class Patience(IChatClient inner, TimeProvider clock) : StreamedChatClient(inner)
{
    /// <summary>Until the first text.</summary>
    public static readonly TimeSpan FirstText = TimeSpan.FromSeconds(60);

    /// <summary>Without any sign of life, once there was text.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var tooLong = new CancellationTokenSource(FirstText, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        await using var updates = InnerClient.GetStreamingResponseAsync(messages, options, stop.Token).GetAsyncEnumerator(stop.Token);
        var spoken = false;
        var ended = false;
        while (await MoreAsync(updates, spoken, tooLong.Token, cancellationToken))
        {
            var update = updates.Current;
            spoken |= update.Text.Length > 0;
            ended |= update.FinishReason is not null;
            if (ended && !spoken)
                break;
            if (SaysSomething(update))
            {
                // The reader's own pace is not the provider's silence.
                tooLong.CancelAfter(Timeout.InfiniteTimeSpan);
                yield return update;
            }
            if (spoken)
                tooLong.CancelAfter(Silence);
        }
        if (!spoken || !ended)
            throw Troubles.Of(AiCodes.Interrupted);
    }

    private static bool SaysSomething(ChatResponseUpdate update) =>
        update.Text.Length > 0 || update.FinishReason is not null || update.Contents.OfType<UsageContent>().Any();

    private static async Task<bool> MoreAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates,
        bool spoken,
        CancellationToken tooLong,
        CancellationToken cancel
    )
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception) when (tooLong.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw Troubles.Of(spoken ? AiCodes.Interrupted : AiCodes.Overloaded);
        }
    }
}
