using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>The second step of a sign-in: the code.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(LogIn logIn, BrowserSignIn browser, SecondStepTicket ticket, IStringLocalizer<Texts> t) : PageModel
{
    public sealed record Typed
    {
        public string? Code { get; init; }
    }

    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>A page of this site, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IActionResult OnGet() => ticket.Read() is null ? FromTheBeginning() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ticket.Read() is not { } proven)
            return Over();
        var outcome = await logIn.GoOnAsync(proven, Input.Code, HttpContext.BrowserCaller(), cancel);
        if (outcome is Failed<SignedIn> { Failure: AccountGone })
            return Over();
        if (outcome is not Done<SignedIn> { Value: var signedIn })
            return outcome.ToPage(this, _ => Page());
        ticket.Take();
        await browser.BeginAsync(signedIn.SignIn);
        return LocalRedirect(Url.OwnPage(Back) ?? "~/");
    }

    private RedirectToPageResult Over()
    {
        ticket.Take();
        this.Flash(t["That took too long. Sign in once more."]);
        return FromTheBeginning();
    }

    private RedirectToPageResult FromTheBeginning() => RedirectToPage("SignIn", new { Back });
}
