using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Providers;

/// <summary>What somebody reads when a provider gave no whole answer: what happened, and what helps.</summary>
public static class AiSentences
{
    private const int LongestInSeconds = 120;

    /// <param name="trouble">What happened.</param>
    /// <param name="provider">Whose model it was, where that is known.</param>
    /// <param name="t">The reader's language.</param>
    public static string Of(AiTrouble trouble, AiProvider? provider, IStringLocalizer<Texts> t)
    {
        var who = Name(provider, t);
        return trouble.Code switch
        {
            AiCodes.KeyInvalid => t["{0} does not accept the key. If it is yours, enter it again in the settings.", who],
            AiCodes.KeyForbidden => t["The key may not use this model of {0}. Check its rights where it was made.", who],
            AiCodes.Region => t["{0} does not offer its free tier where this site runs. A key with billing works.", who],
            AiCodes.ModelGone => t["{0} no longer offers the model that this site asks for. Its operator can choose another.", who],
            AiCodes.Blocked => t[
                "{0} declined to answer ({1}). Ask in other words, or leave something out.",
                who,
                Reason(trouble.Reason, t)
            ],
            AiCodes.Busy => Busy(who, trouble.RetryAfter, t),
            AiCodes.QuotaDay when provider == AiProvider.Openai => t["The credit of this {0} key is used up.", who],
            AiCodes.QuotaDay => t["The day’s quota of {0} is used up. It starts again tomorrow.", who],
            AiCodes.Overloaded => t["{0} is overloaded or cannot be reached. Try again shortly.", who],
            _ => t["{0} broke off its answer. Ask again.", who],
        };
    }

    /// <summary>The provider's name, in the middle of a sentence or at its beginning.</summary>
    public static string Name(AiProvider? provider, IStringLocalizer<Texts> t) =>
        provider switch
        {
            AiProvider.Gemini => "Gemini",
            AiProvider.Openai => "OpenAI",
            _ => t["The AI provider"],
        };

    private static string Busy(string who, TimeSpan? wait, IStringLocalizer<Texts> t)
    {
        var seconds = (int)Math.Ceiling((wait ?? TimeSpan.FromMinutes(1)).TotalSeconds);
        return seconds switch
        {
            <= 1 => t["{0} takes no more questions for the moment. Try again.", who],
            <= LongestInSeconds => t["{0} takes no more questions for the moment. Try again in {1} seconds.", who, seconds],
            _ => t["{0} takes no more questions for the moment. Try again in {1} minutes.", who, (seconds + 59) / 60],
        };
    }

    private static string Reason(string? word, IStringLocalizer<Texts> t) =>
        word switch
        {
            "SAFETY" or "CONTENT_FILTER" or "REFUSAL" => t["its safety rules"],
            "RECITATION" => t["too close to a published text"],
            "PROHIBITED_CONTENT" or "BLOCKLIST" => t["words or content that it does not allow"],
            "SPII" => t["sensitive personal data"],
            "LANGUAGE" => t["a language that it does not speak"],
            null or "OTHER" => t["without giving a reason"],
            _ => word,
        };
}
