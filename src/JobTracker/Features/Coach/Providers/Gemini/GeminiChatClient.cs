using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>
/// Gemini's own protocol. Answers are always streamed: while pieces come, silence can be told from work. How long to wait, and whether to
/// try again, is left to the decorators.
/// </summary>
internal sealed class GeminiChatClient(HttpClient http, GeminiAddress address, string key, TimeProvider clock) : IChatClient
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
        using var request = Question(messages, options);
        using var response = await GeminiAddress.SendAsync(http, request, clock, cancellationToken);
        await using var body = new TailStream(await response.Content.ReadAsStreamAsync(cancellationToken));
        var answer = new GeminiAnswer(clock);
        await using var events = SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoreAsync(events))
        {
            // Pieces without text go on too: they are a sign of life.
            yield return new ChatResponseUpdate(ChatRole.Assistant, answer.Take(events.Current.Data));
        }
        if (answer.Usage is { } usage)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]);
        yield return new ChatResponseUpdate(ChatRole.Assistant, []) { FinishReason = answer.End(body.Tail.Span) };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <summary>The connections belong to the app.</summary>
    public void Dispose() { }

    private HttpRequestMessage Question(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var request = address.Request(HttpMethod.Post, $"/{address.Model}:streamGenerateContent?alt=sse", key);
        request.Content = new ByteArrayContent(GeminiRequest.Of(messages, options));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private static async Task<bool> MoreAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception broken) when (Troubles.IsBroken(broken))
        {
            throw Troubles.Of(AiCodes.Interrupted);
        }
    }
}
