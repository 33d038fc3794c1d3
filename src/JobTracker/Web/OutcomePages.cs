using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Web;

/// <summary>From what a use case says to what a page does: the form again with its errors, or on to the next page.</summary>
public static class OutcomePages
{
    /// <summary>The success as <paramref name="done"/> puts it; a failure as the form again, everything typed still in it.</summary>
    /// <param name="outcome">What came of the use case.</param>
    /// <param name="page">The page that asked.</param>
    /// <param name="done">Where to go on.</param>
    /// <param name="input">The name of the page's bound property, in front of the fields' names.</param>
    public static IActionResult ToPage<T>(this Outcome<T> outcome, PageModel page, Func<T, IActionResult> done, string input = "Input") =>
        outcome.Match(done, failure => Explain(page, failure, input));

    private static IActionResult Explain(PageModel page, Failure failure, string input)
    {
        var t = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        switch (failure)
        {
            case NotFound:
                return page.NotFound();
            case AccountGone:
                return page.LocalRedirect("~/account/sign-in");
            case Refused refused:
                foreach (var (field, messages) in refused.Errors)
                foreach (var message in messages)
                    page.ModelState.AddModelError(field.Length == 0 ? "" : $"{input}.{field}", message);
                return Again(page, StatusCodes.Status400BadRequest);
            case OverQuota over:
                QuotaInstruments.Count(over);
                page.ViewData[nameof(OverQuota)] = over;
                return Again(page, StatusCodes.Status403Forbidden);
            case Stale stale:
                page.ViewData[nameof(Stale)] = stale;
                page.ModelState.AddModelError(
                    "",
                    t[
                        "It was changed elsewhere in the meantime. What you typed is still here, what is stored now stands beside it: save again to replace it."
                    ]
                );
                return Again(page, StatusCodes.Status412PreconditionFailed);
            case TooMany many:
                page.Response.Headers.RetryAfter = many.RetryAfter.WholeSeconds();
                page.ModelState.AddModelError(
                    "",
                    t["Too many tries. Wait {0} seconds, then try again.", Math.Max(1, (int)Math.Ceiling(many.RetryAfter.TotalSeconds))]
                );
                return Again(page, StatusCodes.Status429TooManyRequests);
            case Conflict conflict:
                page.ModelState.AddModelError("", conflict.Message);
                return Again(page, StatusCodes.Status409Conflict);
            case NotTaken other:
                page.ModelState.AddModelError($"{input}.{other.Field}", other.Message);
                return Again(
                    page,
                    other.Code == "too_large" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status415UnsupportedMediaType
                );
            case NotAllowed refusedPerson:
                page.ModelState.AddModelError("", refusedPerson.Message);
                return Again(page, StatusCodes.Status403Forbidden);
            case AiTrouble trouble:
                if (AiProblems.WaitOf(trouble) is { } wait)
                    page.Response.Headers.RetryAfter = wait.WholeSeconds();
                page.ModelState.AddModelError("", t[ProblemTitles.Of(trouble.Code)]);
                return Again(page, AiProblems.StatusOf(trouble));
            default:
                throw new InvalidOperationException($"{failure.GetType().Name} has no page.");
        }
    }

    private static PageResult Again(PageModel page, int status)
    {
        var again = page.Page();
        again.StatusCode = status;
        return again;
    }
}
