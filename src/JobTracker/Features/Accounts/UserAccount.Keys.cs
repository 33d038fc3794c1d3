namespace JobTracker.Features.Accounts;

/// <summary>The keys that a person brings for the coach's model, and the agreement to send it what the coach needs.</summary>
public sealed partial class UserAccount
{
    /// <summary>Sealed: only Coach/Keys can open it.</summary>
    public string? GoogleAiKey { get; private set; }
    public string? GoogleAiKeyLast4 { get; private set; }

    /// <summary>Sealed: only Coach/Keys can open it.</summary>
    public string? OpenaiKey { get; private set; }
    public string? OpenaiKeyLast4 { get; private set; }

    /// <summary>Since when data may be sent to Google; null when that was never agreed to, or was withdrawn.</summary>
    public DateTimeOffset? GeminiAgreedAt { get; private set; }

    /// <summary>Since when data may be sent to OpenAI; null when that was never agreed to, or was withdrawn.</summary>
    public DateTimeOffset? OpenaiAgreedAt { get; private set; }

    /// <summary>Whether there is a key of the person's own, and how it ends.</summary>
    public string? KeyLast4(AiProvider provider) => provider == Accounts.AiProvider.Gemini ? GoogleAiKeyLast4 : OpenaiKeyLast4;

    /// <summary>Keeps a sealed key, or forgets the one there was.</summary>
    public void KeepKey(AiProvider provider, string? sealedKey, string? last4, DateTimeOffset now)
    {
        if (provider == Accounts.AiProvider.Gemini)
            (GoogleAiKey, GoogleAiKeyLast4) = (sealedKey, last4);
        else
            (OpenaiKey, OpenaiKeyLast4) = (sealedKey, last4);
        Touch(now);
    }

    /// <summary>Whose model answers when there are keys for both.</summary>
    public void Prefer(AiProvider? provider, DateTimeOffset now)
    {
        AiProvider = provider;
        Touch(now);
    }

    public bool HasAgreed(AiProvider provider) => (provider == Accounts.AiProvider.Gemini ? GeminiAgreedAt : OpenaiAgreedAt) is not null;

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }
}
