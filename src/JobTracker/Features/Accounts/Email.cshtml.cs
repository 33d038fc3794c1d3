using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>The account's address: whether it is confirmed, and another one.</summary>
[FreshSignIn]
public sealed class EmailModel(
    ReadMe read,
    SendConfirmation send,
    ChangeAddress change,
    MailStanding mail,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public ChangeAddress.Input Input { get; set; } = new();

    public Me Me { get; private set; } = null!;

    public bool SendsMail => mail.IsOn;

    /// <summary>Every form comes back to this page, so every request needs what it shows.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await read.RunAsync(user.Id, HttpContext.RequestAborted) is not Done<Me> { Value: var me })
        {
            context.Result = LocalRedirect("~/account/sign-in");
            return;
        }
        Me = me;
        await next();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel) =>
        (await send.RunAsync(user.Id, cancel)).ToPage(this, _ => Sent(Me.Email));

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancel) =>
        (await change.RunAsync(user.Id, Input, cancel)).ToPage(this, _ => Sent(Input.NewEmail!.Trim()));

    private RedirectToPageResult Sent(string to)
    {
        this.Flash(t["A link is on its way to {0}. It works for an hour.", to]);
        return RedirectToPage();
    }
}
