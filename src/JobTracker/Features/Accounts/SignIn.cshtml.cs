using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Accounts;

/// <summary>Signs in and goes on to where the person was headed, or to the question for the code.</summary>
[AllowAnonymous]
public sealed class SignInModel(LogIn logIn, BrowserSignIn browser, SecondStepTicket ticket, CurrentUser user) : PageModel
{
    [BindProperty]
    public LogIn.Input Input { get; set; } = new();

    /// <summary>A page of this site, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IActionResult OnGet() => user.IsSignedIn ? LocalRedirect("~/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await logIn.BeginAsync(Input, HttpContext.BrowserCaller(), cancel);
        if (outcome is Done<LogIn.Step> { Value.SignedIn: { } signedIn })
            await browser.BeginAsync(signedIn.SignIn);
        if (outcome is Done<LogIn.Step> { Value.Proven: { } proven })
        {
            ticket.Give(proven);
            return RedirectToPage("SignInCode", new { Back });
        }
        return outcome.ToPage(this, _ => LocalRedirect(Url.OwnPage(Back) ?? "~/"));
    }
}
