using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Accounts;

/// <summary>Asks for a link to a new password.</summary>
[AllowAnonymous]
public sealed class ForgotModel(AskForReset ask, MailStanding mail) : PageModel
{
    [BindProperty]
    public AskForReset.Input Input { get; set; } = new();

    public bool SendsMail => mail.IsOn;

    /// <summary>True in the answer to the form, whoever has the address.</summary>
    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        (await ask.RunAsync(Input, HttpContext.BrowserCaller(), cancel)).ToPage(
            this,
            _ =>
            {
                IsAsked = true;
                return Page();
            }
        );
}
