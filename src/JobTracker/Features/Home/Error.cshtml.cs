using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

/// <summary>
/// What people see instead of a page that failed. The failed request is run again here with its own method, POST included, so the page answers
/// all of them and asks for no antiforgery token.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>The id under which the logs hold this request.</summary>
    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>The address that failed; null when the error page itself was asked for.</summary>
    public string? Origin =>
        HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;

    /// <summary>Only what read something can be asked for again by a link.</summary>
    public bool CanRetry => Origin is not null && HttpMethods.IsGet(Request.Method);

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    public void OnPut(int code) => Show(code);

    public void OnDelete(int code) => Show(code);

    public void OnPatch(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : 404;
        if (Origin is null)
            Response.StatusCode = Code;
    }
}
