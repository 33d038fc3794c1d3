using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace JobTracker.Features.Coach.Providers.OpenAi;

/// <summary>A question in the package's words.</summary>
internal static class OpenAiRequest
{
    private const string SchemaName = "answer";

    public static IEnumerable<OpenAI.Chat.ChatMessage> Messages(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (!string.IsNullOrEmpty(options?.Instructions))
            yield return new SystemChatMessage(options.Instructions);
        foreach (var message in messages)
        {
            yield return message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
            : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
            : new UserChatMessage(message.Text);
        }
    }

    /// <summary>Without a temperature: the models that think refuse any but their own.</summary>
    public static ChatCompletionOptions Options(ChatOptions? options) =>
        new()
        {
            MaxOutputTokenCount = options?.MaxOutputTokens,
            ResponseFormat = Format(options?.ResponseFormat as ChatResponseFormatJson),
        };

    /// <summary>Not strict: that mode takes a part of JSON Schema only. What comes is validated where it is used.</summary>
    private static ChatResponseFormat? Format(ChatResponseFormatJson? json) =>
        json switch
        {
            null => null,
            { Schema: { } schema } => ChatResponseFormat.CreateJsonSchemaFormat(
                SchemaName,
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(schema)),
                jsonSchemaIsStrict: false
            ),
            _ => ChatResponseFormat.CreateJsonObjectFormat(),
        };
}
