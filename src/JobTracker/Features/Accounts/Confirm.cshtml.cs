using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Where the link of the mail leads. It asks for a click, since programs that check mails follow every link.</summary>
[AllowAnonymous]
public sealed class ConfirmModel(ConfirmAddress confirm, SignInCheck check, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    public sealed record Typed
    {
        public string? Token { get; init; }
    }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public void OnGet(string? token) => Input = new Typed { Token = token };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        (await confirm.RunAsync(Input.Token, cancel)).ToPage(this, Confirmed).OfForm(this, "Input.Token");

    private RedirectToPageResult Confirmed(string email)
    {
        this.Flash(t["{0} is confirmed.", email]);
        if (!user.IsSignedIn)
            return RedirectToPage("SignIn");
        // What is remembered of this sign-in has the old address.
        check.Forget(user.SignInId);
        return RedirectToPage("Email");
    }
}
