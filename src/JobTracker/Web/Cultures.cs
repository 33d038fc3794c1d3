using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace JobTracker.Web;

/// <summary>The language of a request: the signed-in person's, else what was chosen on this browser, else what the browser prefers. Programs say it with Accept-Language.</summary>
public static class Cultures
{
    /// <summary>Reads the language of the person who is signed in; null when nobody is.</summary>
    public static IApplicationBuilder UseCultures(this IApplicationBuilder app, Func<HttpContext, string?> ofPerson) =>
        app.UseRequestLocalization(options =>
        {
            string[] cultures = [.. Locales.All];
            options.SetDefaultCulture(Locales.English).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(OfPerson(context, ofPerson))),
                new BrowserChoice { Options = options },
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
        });

    private static ProviderCultureResult? OfPerson(HttpContext context, Func<HttpContext, string?> ofPerson)
    {
        if (context.IsForPrograms())
            return null;
        return ofPerson(context) is { } chosen && Locales.All.Contains(chosen)
            ? new ProviderCultureResult(new StringSegment(chosen))
            : null;
    }

    /// <summary>The cookie of the language menu. Programs do not choose with it.</summary>
    private sealed class BrowserChoice : CookieRequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            httpContext.IsForPrograms() ? NullProviderCultureResult : base.DetermineProviderCultureResult(httpContext);
    }
}
