using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using JobTracker.Kernel;
using OpenAI.Chat;

namespace JobTracker.Features.Coach.Providers.OpenAi;

/// <summary>From the way OpenAI says no to the contract's words. Its messages may repeat parts of the key: nothing of them is kept.</summary>
internal static class OpenAiError
{
    public static AiTrouble Of(ClientResultException refused, DateTimeOffset now)
    {
        // Without a status there was no answer at all.
        if (refused.GetRawResponse() is not { } response)
            return new AiTrouble(AiCodes.Overloaded);
        var (type, code) = Words(response);
        return (refused.Status, code ?? type) switch
        {
            (403, "unsupported_country_region_territory") => new AiTrouble(AiCodes.Region),
            // The credit is used up: waiting does not help.
            (429, "insufficient_quota") => new AiTrouble(AiCodes.QuotaDay),
            (var status, var name) => Troubles.OfStatus(status, name, Wait(response, now)),
        };
    }

    /// <summary>An error in the middle of a stream. The package takes it for a piece that says nothing, and keeps its words without a name.</summary>
    public static AiTrouble? In(StreamingChatCompletionUpdate update)
    {
        if (update.ContentUpdate.Count > 0 || update.FinishReason is not null || update.Usage is not null)
            return null;
        using var json = JsonDocument.Parse(ModelReaderWriter.Write(update));
        return json.RootElement.TryGetProperty("error", out var error) ? OfEvent(error) : null;
    }

    private static AiTrouble OfEvent(JsonElement error) =>
        (Text(error, "code") ?? Text(error, "type")) switch
        {
            "insufficient_quota" => new AiTrouble(AiCodes.QuotaDay),
            "rate_limit_exceeded" => new AiTrouble(AiCodes.Busy),
            "server_error" or "overloaded" => new AiTrouble(AiCodes.Overloaded),
            "invalid_api_key" => new AiTrouble(AiCodes.KeyInvalid),
            _ => new AiTrouble(AiCodes.Interrupted),
        };

    private static (string? Type, string? Code) Words(PipelineResponse response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error)
                ? (Text(error, "type"), Text(error, "code"))
                : (null, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static TimeSpan? Wait(PipelineResponse response, DateTimeOffset now) =>
        response.Headers.TryGetValue("retry-after", out var text)
            ? Troubles.WaitOf(text) ?? (DateTimeOffset.TryParse(text, out var date) && date > now ? date - now : null)
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
