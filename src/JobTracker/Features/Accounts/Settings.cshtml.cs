using System.Globalization;
using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Profile and settings.</summary>
public sealed class SettingsModel(
    ReadMe read,
    UpdateProfile update,
    SignInCheck check,
    MailStanding mail,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    public bool SendsMail => mail.IsOn;

    [BindProperty]
    public Profile Input { get; set; } = new();

    public Me Me { get; private set; } = null!;

    public IEnumerable<SelectListItem> Languages => [new(t["English"], Locales.English), new(t["French"], Locales.French)];

    public IEnumerable<SelectListItem> TimeZones =>
        Zones.All(Input.TimeZone).Select(zone => new SelectListItem(zone.Replace('_', ' '), zone));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        (await read.RunAsync(user.Id, cancel)).ToPage(
            this,
            me =>
            {
                Me = me;
                Input = Profile.Of(me);
                return Page();
            }
        );

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, cancel) is not Done<Me> { Value: var me })
            return LocalRedirect("~/account/sign-in");
        Me = me;
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        // What this form does not show stays as it is.
        var profile = Input with
        {
            DigestEnabled = me.DigestEnabled,
            DigestHour = me.DigestHour,
            AiProvider = me.AiProvider,
        };
        return (await update.RunAsync(user.Id, profile, cancel)).ToPage(this, _ => Saved());
    }

    private RedirectToPageResult Saved()
    {
        check.Forget(user.SignInId);
        // The page that comes next may be in another language than this request.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Input.Locale ?? Locales.Current);
        this.Flash(t["Saved."]);
        return RedirectToPage();
    }
}
