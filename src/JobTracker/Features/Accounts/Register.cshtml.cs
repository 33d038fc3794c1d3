using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Home;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Accounts;

/// <summary>Opens an account and signs in.</summary>
[AllowAnonymous]
public sealed class RegisterModel(
    RegisterAccount register,
    UseInvitation invitations,
    BrowserSignIn browser,
    CurrentPlaces places,
    CurrentUser user
) : PageModel
{
    [BindProperty]
    public RegisterAccount.Input Input { get; set; } = new();

    public Places Places { get; private set; } = new(null, null, null, RegistrationMode.Open);

    /// <summary>Whether there is any sense in showing the form.</summary>
    public bool MayRegister =>
        Places.Mode == RegistrationMode.Open || (Places.Mode == RegistrationMode.Invite && !string.IsNullOrEmpty(Input.Invitation));

    public async Task<IActionResult> OnGetAsync(string? invitation, CancellationToken cancel)
    {
        if (user.IsSignedIn)
            return LocalRedirect("~/");
        Places = await places.ReadAsync(cancel);
        Input = new RegisterAccount.Input { Invitation = invitation, Email = await invitations.EmailOfAsync(invitation, cancel) };
        return MayRegister && Places.AreFull ? LocalRedirect("~/full") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // The browser's script fills the zone in; one that this machine does not know is no reason to refuse somebody.
        var input = Input with
        {
            Locale = Locales.Current,
            TimeZone = Calendar.IsZone(Input.TimeZone) ? Input.TimeZone : null,
        };
        var outcome = await register.RunAsync(input, HttpContext.BrowserCaller(), cancel);
        Places = await places.ReadAsync(cancel);
        if (outcome is Failed<SignedIn> { Failure: OverQuota })
            return LocalRedirect("~/full");
        if (outcome is Done<SignedIn> { Value: var signedIn })
            await browser.BeginAsync(signedIn.SignIn);
        return outcome.ToPage(this, _ => LocalRedirect("~/")).OfForm(this, "Input.Invitation");
    }
}
