using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Accounts;

/// <summary>Signs this browser out. It has no page of its own.</summary>
public sealed class SignOutModel(EndSignIns end, BrowserSignIn browser, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("~/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await end.OneAsync(user.Id, user.SignInId, cancel);
        await browser.EndAsync();
        return LocalRedirect("~/");
    }
}
