using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace JobTracker.Web;

/// <summary>The language of a request: the signed-in person's, else what was chosen on this browser, else what the browser prefers. Programs say it with Accept-Language.</summary>
public static class Cultures
{
    /// <summary>Holds the language that somebody chose before signing in.</summary>
    public const string Cookie = "language";

    /// <summary>Reads the language of the person who is signed in; null when nobody is.</summary>
    public static IApplicationBuilder UseCultures(this IApplicationBuilder app, Func<HttpContext, string?> ofPerson) =>
        app.UseRequestLocalization(options =>
        {
            string[] cultures = [.. Locales.All];
            options.SetDefaultCulture(Locales.English).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context, ofPerson))),
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
        });

    private static ProviderCultureResult? Chosen(HttpContext context, Func<HttpContext, string?> ofPerson)
    {
        if (context.IsForPrograms())
            return null;
        var chosen = ofPerson(context) ?? context.Request.Cookies[Cookie];
        return chosen is not null && Locales.All.Contains(chosen) ? new ProviderCultureResult(new StringSegment(chosen)) : null;
    }
}
