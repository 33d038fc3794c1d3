using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>What the chat page says when something was not done: the same sentence to a script and on the page.</summary>
public static class TalkFailures
{
    public static string Sentence(Failure failure, IStringLocalizer<Texts> t) =>
        failure switch
        {
            Refused refused => refused.Errors.Values.First()[0],
            OverQuota { Quota: CoachTokens } => t[
                "The tokens of today are used up. Tomorrow there are new ones; with a key of your own you can go on now."
            ],
            OverQuota => t["The messages of today are used up. Tomorrow there are new ones; with a key of your own you can go on now."],
            Conflict conflict => conflict.Message,
            TooMany many => t[
                "Too many tries. Wait {0} seconds, then try again.",
                Math.Max(1, (int)Math.Ceiling(many.RetryAfter.TotalSeconds))
            ],
            AiTrouble trouble => AiSentences.Of(trouble, provider: null, t),
            _ => throw new InvalidOperationException($"{failure.GetType().Name} has no sentence here."),
        };

    public static int Status(Failure failure) =>
        failure switch
        {
            Refused => StatusCodes.Status400BadRequest,
            OverQuota => StatusCodes.Status403Forbidden,
            Conflict => StatusCodes.Status409Conflict,
            TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status502BadGateway,
        };

    /// <summary>For a script: the sentence alone.</summary>
    public static ContentResult Tell(this PageModel page, Failure failure, IStringLocalizer<Texts> t)
    {
        var told = page.Content(Sentence(failure, t), "text/plain; charset=utf-8");
        told.StatusCode = Status(failure);
        return told;
    }

    private const string CoachTokens = Limits.DayOfOne.Tokens;
}
