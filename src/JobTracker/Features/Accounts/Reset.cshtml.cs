using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Where the link of the mail leads. Looking at it changes nothing: programs that check mails for bad links look, too.</summary>
[AllowAnonymous]
public sealed class ResetModel(ResetPassword reset, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public ResetPassword.Input Input { get; set; } = new();

    public void OnGet(string? token, string? email) => Input = new ResetPassword.Input { Token = token, Email = email };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        (await reset.RunAsync(Input, HttpContext.BrowserCaller(), cancel)).ToPage(this, _ => Changed()).OfForm(this, "Input.Token");

    private RedirectToPageResult Changed()
    {
        this.Flash(t["The password is changed. Sign in with it."]);
        return RedirectToPage("SignIn");
    }
}
