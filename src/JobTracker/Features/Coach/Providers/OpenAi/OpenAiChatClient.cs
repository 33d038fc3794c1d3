using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace JobTracker.Features.Coach.Providers.OpenAi;

/// <summary>The official package behind the seam that features use. Of its streams that end without an end it says nothing; the decorators notice.</summary>
internal sealed class OpenAiChatClient(ChatClient chat, TimeProvider clock) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var updates = chat.CompleteChatStreamingAsync(
                OpenAiRequest.Messages(messages, options),
                OpenAiRequest.Options(options),
                cancellationToken
            )
            .GetAsyncEnumerator(cancellationToken);
        ChatFinishReason? finish = null;
        var begun = false;
        while (await MoreAsync(updates, begun))
        {
            begun = true;
            var update = updates.Current;
            if (OpenAiError.In(update) is { } trouble)
                throw new AiException(trouble);
            // The end counts when the body has ended: usage comes after it, and so may an error.
            finish = OpenAiFinish.Of(update) ?? finish;
            yield return new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)));
            if (update.Usage is { } usage)
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(OpenAiFinish.Usage(usage))]);
        }
        if (finish is not null)
            yield return new ChatResponseUpdate(ChatRole.Assistant, []) { FinishReason = finish };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>The connections belong to the app.</summary>
    public void Dispose() { }

    private async Task<bool> MoreAsync(IAsyncEnumerator<StreamingChatCompletionUpdate> updates, bool begun)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ClientResultException refused)
        {
            throw new AiException(OpenAiError.Of(refused, clock.GetUtcNow()));
        }
        catch (Exception broken) when (Troubles.IsBroken(broken))
        {
            throw Troubles.Of(begun ? AiCodes.Interrupted : AiCodes.Overloaded);
        }
        catch (Exception nonsense) when (nonsense is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Troubles.Of(AiCodes.Interrupted);
        }
    }
}
