using JobTracker.Features.Accounts;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

/// <summary>Theme and language, chosen on any page, signed in or not. They have no page of their own: the choice leads back.</summary>
public sealed class PreferencesModel(ReadMe read, UpdateProfile update, SignInCheck check, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("~/");

    public IActionResult OnPostTheme(string? theme, string? returnUrl)
    {
        Theme.Choose(HttpContext, theme);
        return BackTo(returnUrl);
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language, string? returnUrl, CancellationToken cancel)
    {
        if (Locales.All.Contains(language))
        {
            var choice = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!));
            Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, choice, Theme.Preference(HttpContext));
            await KeepInAccountAsync(language!, cancel);
        }
        return BackTo(returnUrl);
    }

    // An account has its own language, for e-mail and for every browser, and it comes before this browser's choice.
    private async Task KeepInAccountAsync(string language, CancellationToken cancel)
    {
        if (!user.IsSignedIn || await read.RunAsync(user.Id, cancel) is not Done<Me> { Value: var me })
            return;
        await update.RunAsync(user.Id, Profile.Of(me) with { Locale = language }, cancel);
        check.Forget(user.SignInId);
    }

    private LocalRedirectResult BackTo(string? returnUrl) => LocalRedirect(Url.OwnPage(returnUrl) ?? "~/");
}
