using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Shared;

/// <summary>Requests of the site's scripts, which swap a part of the page.</summary>
public static class Htmx
{
    /// <summary>The header that makes the script read the whole page again.</summary>
    public const string Refresh = "HX-Refresh";

    /// <summary>True when a script takes the answer apart; a browser that shows it as a page is redirected instead.</summary>
    public static bool IsSwapping(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    /// <summary>Tells the script to read the whole page again, where the person stands on it; a message left after this waits for that.</summary>
    public static IActionResult ReadAgain(this PageModel page)
    {
        page.Response.Headers[Refresh] = "true";
        return new NoContentResult();
    }

    /// <summary>Tells the script to exchange another part than the one it asked for: a form that was refused, where it was typed.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="part">A selector, in the page and in the answer.</param>
    public static void Swap(this HttpResponse response, string part)
    {
        response.Headers["HX-Retarget"] = part;
        response.Headers["HX-Reselect"] = part;
    }
}
