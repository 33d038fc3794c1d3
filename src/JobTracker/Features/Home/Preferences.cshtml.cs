using JobTracker.Features.Shared;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

/// <summary>Theme and language of this browser, chosen on any page, signed in or not. It has no page of its own: it leads back.</summary>
public sealed class PreferencesModel : PageModel
{
    private static readonly string[] Languages = ["en", "fr"];

    public IActionResult OnGet() => LocalRedirect("~/");

    public IActionResult OnPostTheme(string? theme, string? returnUrl)
    {
        Theme.Choose(HttpContext, theme);
        return BackTo(returnUrl);
    }

    public IActionResult OnPostLanguage(string? language, string? returnUrl)
    {
        if (Languages.Contains(language, StringComparer.Ordinal))
        {
            var choice = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!));
            Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, choice, Theme.Preference(HttpContext));
        }
        return BackTo(returnUrl);
    }

    private LocalRedirectResult BackTo(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
}
