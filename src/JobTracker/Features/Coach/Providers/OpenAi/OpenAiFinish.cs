using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;

namespace JobTracker.Features.Coach.Providers.OpenAi;

/// <summary>How an answer of OpenAI ends, and what it took.</summary>
internal static class OpenAiFinish
{
    /// <summary>Null while it goes on.</summary>
    /// <exception cref="AiException">It was refused.</exception>
    public static ChatFinishReason? Of(StreamingChatCompletionUpdate update)
    {
        if (!string.IsNullOrEmpty(update.RefusalUpdate))
            throw new AiException(Troubles.Blocked("REFUSAL"));
        return update.FinishReason switch
        {
            null => null,
            OpenAI.Chat.ChatFinishReason.Stop => ChatFinishReason.Stop,
            OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
            OpenAI.Chat.ChatFinishReason.ContentFilter => throw new AiException(Troubles.Blocked("CONTENT_FILTER")),
            _ => throw new AiException(Troubles.Blocked(reason: null)),
        };
    }

    /// <summary>What was thought counts as output, as it does on the bill.</summary>
    public static UsageDetails Usage(ChatTokenUsage usage) =>
        new()
        {
            InputTokenCount = usage.InputTokenCount,
            OutputTokenCount = usage.TotalTokenCount - usage.InputTokenCount,
            TotalTokenCount = usage.TotalTokenCount,
            ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
        };
}
