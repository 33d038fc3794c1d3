namespace JobTracker.Web.Documents;

/// <summary>The codes of problems with their status, and what the document says of them.</summary>
internal static class Codes
{
    public const string Invalid = "invalid";
    public const string Unauthenticated = "unauthenticated";
    public const string BadCredentials = "bad_credentials";
    public const string TwoFactorRequired = "two_factor_required";
    public const string QuotaExceeded = "quota_exceeded";
    public const string Forbidden = "forbidden";
    public const string NotFound = "not_found";
    public const string EmailTaken = "email_taken";
    public const string Conflict = "conflict";
    public const string Stale = "stale";
    public const string TooLarge = "too_large";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string IdempotencyMismatch = "idempotency_mismatch";
    public const string RateLimited = "rate_limited";
    public const string Unavailable = "unavailable";
    public const string AiNoKey = "ai_no_key";
    public const string AiKeyInvalid = "ai_key_invalid";
    public const string AiKeyForbidden = "ai_key_forbidden";
    public const string AiRegion = "ai_region";
    public const string AiModelGone = "ai_model_gone";
    public const string AiBlocked = "ai_blocked";
    public const string AiInterrupted = "ai_interrupted";
    public const string AiBusy = "ai_busy";
    public const string AiQuotaDay = "ai_quota_day";
    public const string AiOverloaded = "ai_overloaded";

    /// <summary>What the provider of the coach's model can do wrong when it is asked for an answer.</summary>
    public static readonly string[] OfAnswers =
    [
        AiKeyInvalid,
        AiKeyForbidden,
        AiRegion,
        AiModelGone,
        AiBlocked,
        AiInterrupted,
        AiBusy,
        AiQuotaDay,
        AiOverloaded,
    ];

    /// <summary>What it can do wrong when a key is tried; a key that it refuses is a field's mistake.</summary>
    public static readonly string[] OfKeys = [AiRegion, AiBusy, AiQuotaDay, AiOverloaded];

    private static readonly Dictionary<string, (int Status, string Meaning)> All = new(StringComparer.Ordinal)
    {
        [Invalid] = (400, "A field or parameter is wrong, or the JSON is; `errors` says where."),
        [Unauthenticated] = (401, "There is no valid token, or the account is gone."),
        [BadCredentials] = (401, "The e-mail address or the password is wrong; which of them is not told."),
        [TwoFactorRequired] = (401, "The password is right; the code of the authenticator app is missing, wrong or used."),
        [QuotaExceeded] = (403, "A limit of the site is reached."),
        [Forbidden] = (403, "Not allowed for this person, or switched off on this site."),
        [NotFound] = (404, "There is no such row, or it belongs to somebody else."),
        [EmailTaken] = (409, "There is already an account with this e-mail address."),
        [Conflict] = (409, "The request contradicts what is there; or the first request with this `Idempotency-Key` is still running."),
        [AiNoKey] = (409, "Neither the site nor the person has a key for an AI provider, or the person's own can no longer be read."),
        [Stale] = (412, "The row was changed since the version in `If-Match`; nothing was written. `current` is the row as it is now."),
        [TooLarge] = (413, "The body is larger than 1 MiB, or the file larger than the site allows."),
        [UnsupportedMediaType] = (
            415,
            "The body is not of the media type that is read here, which is `application/json` unless the request is described otherwise."
        ),
        [IdempotencyMismatch] = (422, "This `Idempotency-Key` was used for another request."),
        [RateLimited] = (429, "Too many requests; `Retry-After` says when to go on."),
        [AiKeyInvalid] = (502, "The AI provider does not accept the key."),
        [AiKeyForbidden] = (502, "The AI provider knows the key and does not let it use the model."),
        [AiRegion] = (502, "The AI provider does not serve the place where this site runs on its free tier."),
        [AiModelGone] = (502, "The AI provider has no such model (any more)."),
        [AiBlocked] = (502, "The AI provider would not answer; `reason` is its own word for why."),
        [AiInterrupted] = (502, "The AI provider's answer broke off or made no sense."),
        [Unavailable] = (503, "The service is away for a moment; `Retry-After` says when to try again."),
        [AiBusy] = (503, "Too many questions to the AI provider in this minute."),
        [AiQuotaDay] = (503, "The AI provider's quota of the day is used up."),
        [AiOverloaded] = (503, "The AI provider is overloaded, away, or too slow."),
    };

    /// <summary>In the order of their status.</summary>
    public static IEnumerable<string> InOrder => All.Keys;

    public static int StatusOf(string code) => All[code].Status;

    public static string MeaningOf(string code) => All[code].Meaning;

    /// <summary>True when the answer says when to come back.</summary>
    public static bool HasRetryAfter(string code) => code is RateLimited or Unavailable or Conflict or AiBusy or AiQuotaDay or AiOverloaded;
}
