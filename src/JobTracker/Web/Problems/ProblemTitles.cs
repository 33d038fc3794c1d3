namespace JobTracker.Web.Problems;

/// <summary>What each code of the contract means, as a sentence.</summary>
public static class ProblemTitles
{
    public const string Other = "Something went wrong.";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["invalid"] = "The request has mistakes.",
        ["unauthenticated"] = "Sign in first.",
        ["bad_credentials"] = "The e-mail address or the password is wrong.",
        ["two_factor_required"] = "A code of your authenticator is needed.",
        ["quota_exceeded"] = "The limit is reached.",
        ["forbidden"] = "You may not do this.",
        ["not_found"] = "There is nothing here.",
        ["method_not_allowed"] = "This address does not answer to this method.",
        ["email_taken"] = "There is already an account with this e-mail address.",
        ["conflict"] = "This contradicts what is there.",
        ["ai_no_key"] = "There is no key for an AI provider.",
        ["ai_key_invalid"] = "The AI provider does not accept the key.",
        ["ai_key_forbidden"] = "The key may not use this model.",
        ["ai_region"] = "The AI provider does not offer its free tier where this site runs.",
        ["ai_model_gone"] = "The AI provider no longer offers this model.",
        ["ai_blocked"] = "The AI provider declined to answer.",
        ["ai_interrupted"] = "The answer broke off.",
        ["ai_busy"] = "The AI provider takes no more questions for the moment.",
        ["ai_quota_day"] = "The AI provider’s quota of the day is used up.",
        ["ai_overloaded"] = "The AI provider is overloaded or cannot be reached.",
        ["stale"] = "It was changed in the meantime.",
        ["too_large"] = "The request is too large.",
        ["unsupported_media_type"] = "This kind of content is not accepted here.",
        ["idempotency_mismatch"] = "This Idempotency-Key was used for another request.",
        ["rate_limited"] = "Too many requests. Try again a little later.",
        ["unavailable"] = "The service is away for a moment. Try again shortly.",
        ["internal"] = Other,
    };

    /// <summary>All codes.</summary>
    public static IEnumerable<string> Codes => Titles.Keys;

    /// <summary>The English sentence, which is the localiser's key.</summary>
    public static string Of(string code) => Titles.GetValueOrDefault(code, Other);
}
