using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Deletes the account, against the password.</summary>
[FreshSignIn]
public sealed class DeleteModel(DeleteAccount delete, BrowserSignIn browser, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public DeleteAccount.Input Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await delete.RunAsync(user.Id, Input, cancel);
        if (outcome is Kernel.Done<Kernel.Nothing>)
            await browser.EndAsync();
        return outcome.ToPage(this, _ => Gone());
    }

    private LocalRedirectResult Gone()
    {
        this.Flash(t["Your account and everything in it is deleted."]);
        return LocalRedirect("~/");
    }
}
