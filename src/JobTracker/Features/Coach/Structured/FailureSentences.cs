using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Structured;

/// <summary>Why the coach did not answer, as pages say it.</summary>
public static class FailureSentences
{
    /// <param name="failure">What came instead of an answer.</param>
    /// <param name="provider">Who was to answer, where that is known.</param>
    /// <param name="t">The reader's language.</param>
    public static string Of(Failure failure, AiProvider? provider, IStringLocalizer<Texts> t) =>
        failure switch
        {
            AiTrouble trouble => AiSentences.Of(trouble, provider, t),
            OverQuota => t["You have used today’s coach allowance. It starts again at midnight, UTC."],
            TooMany many => t[
                "Too many tries. Wait {0} seconds, then try again.",
                Math.Max(1, (int)Math.Ceiling(many.RetryAfter.TotalSeconds))
            ],
            Conflict conflict => conflict.Message,
            _ => t["The coach could not answer. Try again."],
        };
}
