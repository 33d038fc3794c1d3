using JobTracker.Features.Accounts;
using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Reminders;

/// <summary>What reaches a person without opening the site.</summary>
public sealed class SettingsModel(
    ReadMe read,
    UpdateProfile update,
    SendPreview preview,
    MailStanding mail,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>What the form sends.</summary>
    public sealed record Typed
    {
        public bool DigestEnabled { get; init; }
        public int DigestHour { get; init; }
    }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public Me Me { get; private set; } = null!;

    public bool MailIsOn => mail.IsOn;

    public bool CanPreview => mail.IsOn && Me.EmailConfirmed;

    public IEnumerable<SelectListItem> Hours =>
        Enumerable.Range(0, 24).Select(hour => new SelectListItem(ComposeDigest.Hour(hour), $"{hour}"));

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

    public void OnGet() => Show();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        // What this form does not show stays as it is.
        var profile = Profile.Of(Me) with
        {
            DigestEnabled = Input.DigestEnabled,
            DigestHour = Input.DigestHour,
        };
        return (await update.RunAsync(user.Id, profile, cancel)).ToPage(this, _ => Again(t["Saved."]));
    }

    public async Task<IActionResult> OnPostNowAsync(CancellationToken cancel)
    {
        // The other form of the page stays as it was.
        ModelState.Clear();
        Show();
        return (await preview.RunAsync(user.Id, cancel)).ToPage(
            this,
            answer =>
                Again(
                    answer switch
                    {
                        SendPreview.Answer.Sent => t["The digest is on its way to {0}.", Me.Email],
                        SendPreview.Answer.NothingToSay => t[
                            "Nothing to report today: nothing is late or due, and no application needs a follow-up."
                        ],
                        _ => t["No mail can be sent to you at the moment."],
                    }
                )
        );
    }

    private void Show() => Input = new Typed { DigestEnabled = Me.DigestEnabled, DigestHour = Me.DigestHour };

    private RedirectToPageResult Again(string said)
    {
        this.Flash(said);
        return RedirectToPage();
    }
}
