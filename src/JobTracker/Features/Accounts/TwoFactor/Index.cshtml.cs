using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>The second factor: set up, recovery codes, off.</summary>
[FreshSignIn]
public sealed class IndexModel(
    ReadTwoFactor read,
    SetUpTwoFactor setUp,
    ChangeTwoFactor change,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int Group = 4;

    [BindProperty]
    public TwoFactorProof Input { get; set; } = new();

    public ReadTwoFactor.Answer Stands { get; private set; } = null!;

    /// <summary>New ones, in the answer that made them and never again.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string KeyInGroups(string key) => string.Join(' ', key.Chunk(Group).Select(part => new string(part)));

    /// <summary>Every form comes back to this page, so every request needs what it shows.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await read.RunAsync(user.Id, HttpContext.RequestAborted) is not Done<ReadTwoFactor.Answer> { Value: var stands })
        {
            context.Result = LocalRedirect("~/account/sign-in");
            return;
        }
        Stands = stands;
        await next();
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancel) =>
        (await setUp.BeginAsync(user.Id, cancel)).ToPage(this, _ => RedirectToPage());

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) =>
        (await setUp.CancelAsync(user.Id, cancel)).ToPage(this, _ => RedirectToPage("/Accounts/Security"));

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken cancel) =>
        (await setUp.FinishAsync(user.Id, Input, cancel)).ToPage(this, Show);

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancel) =>
        (await change.RenewCodesAsync(user.Id, Input, cancel)).ToPage(this, Show);

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel) =>
        (await change.TurnOffAsync(user.Id, Input, cancel)).ToPage(
            this,
            _ =>
            {
                this.Flash(t["Two-factor sign-in is switched off."]);
                return RedirectToPage("/Accounts/Security");
            }
        );

    private PageResult Show(IReadOnlyList<string> codes)
    {
        Codes = codes;
        return Page();
    }
}
