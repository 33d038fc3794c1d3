using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Password, and signing out everywhere.</summary>
[FreshSignIn]
public sealed class SecurityModel(ChangePassword change, EndSignIns end, BrowserSignIn browser, CurrentUser user, IStringLocalizer<Texts> t)
    : PageModel
{
    [BindProperty]
    public ChangePassword.Input Input { get; set; } = new();

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel) =>
        (await change.RunAsync(user.Id, user.SignInId, Input, cancel)).ToPage(this, _ => Changed());

    public async Task<IActionResult> OnPostSignOutEverywhereAsync(CancellationToken cancel)
    {
        await end.AllAsync(user.Id, except: null, cancel);
        await browser.EndAsync();
        return LocalRedirect("~/");
    }

    private RedirectToPageResult Changed()
    {
        this.Flash(t["The password is changed. Every other browser and program is signed out."]);
        return RedirectToPage();
    }
}
