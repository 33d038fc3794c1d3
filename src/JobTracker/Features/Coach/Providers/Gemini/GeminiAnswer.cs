using System.Text;
using System.Text.Json;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>What is known of an answer while it comes, and what it was when its body has ended.</summary>
internal sealed class GeminiAnswer(TimeProvider clock)
{
    private string? finish;
    private string? refusal;
    private GeminiEvent.Usage? usage;

    /// <summary>The text to show of one event.</summary>
    /// <exception cref="AiException">The event is an error, or no sense.</exception>
    public string Take(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            if (GeminiError.In(json.RootElement) is { } error)
                throw new AiException(GeminiError.Of(error, clock.GetUtcNow()));
            return Take(GeminiEvent.Parse(json.RootElement));
        }
        catch (JsonException)
        {
            throw Troubles.Of(AiCodes.Interrupted);
        }
    }

    /// <summary>The last update of a whole answer: how it ended, and what it took.</summary>
    /// <param name="tail">The last bytes of the body.</param>
    /// <exception cref="AiException">It was refused, or broken off.</exception>
    public ChatFinishReason End(ReadOnlySpan<byte> tail)
    {
        if (BareError(Encoding.UTF8.GetString(tail)) is { } trouble)
            throw new AiException(trouble);
        if (refusal is not null)
            throw new AiException(Troubles.Blocked(refusal));
        return finish switch
        {
            null => throw Troubles.Of(AiCodes.Interrupted),
            "MAX_TOKENS" => ChatFinishReason.Length,
            _ => ChatFinishReason.Stop,
        };
    }

    /// <summary>Tokens so far; null when none were told. What was thought counts as output, as it does on the bill.</summary>
    public UsageDetails? Usage =>
        usage is null
            ? null
            : new UsageDetails
            {
                InputTokenCount = usage.PromptTokenCount,
                OutputTokenCount = usage.TotalTokenCount - usage.PromptTokenCount,
                TotalTokenCount = usage.TotalTokenCount,
                ReasoningTokenCount = usage.ThoughtsTokenCount,
            };

    private string Take(GeminiEvent came)
    {
        usage = came.UsageMetadata ?? usage;
        refusal ??= came.PromptFeedback?.BlockReason;
        // Gemini may say STOP before the last piece, so the body is read to its end.
        switch (came.First?.FinishReason)
        {
            case null or "FINISH_REASON_UNSPECIFIED":
                break;
            case ("STOP" or "MAX_TOKENS") and var ended:
                finish = ended;
                break;
            case var reason:
                refusal ??= reason;
                break;
        }
        return came.Text();
    }

    /// <summary>An error that stands in the stream without the stream's own form. The parser of events takes its lines for unknown fields.</summary>
    private AiTrouble? BareError(string tail)
    {
        for (var at = 0; at >= 0 && at < tail.Length; at = NextLine(tail, at))
        {
            if (tail[at] is not ('{' or '['))
                continue;
            try
            {
                using var json = JsonDocument.Parse(tail.AsMemory(at));
                return GeminiError.In(json.RootElement) is { } error ? GeminiError.Of(error, clock.GetUtcNow()) : null;
            }
            catch (JsonException)
            {
                // Not from here to the end: perhaps from a later line.
            }
        }
        return null;
    }

    private static int NextLine(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : -1;
}
