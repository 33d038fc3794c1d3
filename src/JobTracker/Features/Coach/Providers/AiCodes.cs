namespace JobTracker.Features.Coach.Providers;

/// <summary>What can go wrong between here and a provider's model, by the contract's words.</summary>
public static class AiCodes
{
    /// <summary>The provider refuses the key.</summary>
    public const string KeyInvalid = "ai_key_invalid";

    /// <summary>The key is real and may not do this.</summary>
    public const string KeyForbidden = "ai_key_forbidden";

    /// <summary>The provider does not serve this place on its free tier.</summary>
    public const string Region = "ai_region";

    /// <summary>There is no such model (any more).</summary>
    public const string ModelGone = "ai_model_gone";

    /// <summary>The provider would not answer this, or broke off for what it was about to say.</summary>
    public const string Blocked = "ai_blocked";

    /// <summary>The answer ended without an end, or made no sense.</summary>
    public const string Interrupted = "ai_interrupted";

    /// <summary>Too much in this minute; how long to wait is known.</summary>
    public const string Busy = "ai_busy";

    /// <summary>The provider's quota of the day is used up: nothing helps before tomorrow.</summary>
    public const string QuotaDay = "ai_quota_day";

    /// <summary>The provider is overloaded, away, or too slow.</summary>
    public const string Overloaded = "ai_overloaded";
}
