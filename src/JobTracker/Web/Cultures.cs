using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace JobTracker.Web;

/// <summary>
/// The language of a request. Programs say it with Accept-Language; for people it is that of the signed-in person, else what was chosen on
/// this browser, else what the browser prefers.
/// </summary>
public static class Cultures
{
    /// <summary>To be called before errors are handled, since they are told in the language too.</summary>
    public static IApplicationBuilder UseCulturesOfPrograms(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.IsForPrograms(),
            programs => programs.UseRequestLocalization(options => SetUp(options, new AcceptLanguageHeaderRequestCultureProvider()))
        );

    /// <summary>To be called after authentication. Pages of errors run through here once more.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="ofPerson">Reads the language of the person who is signed in; null when nobody is.</param>
    public static IApplicationBuilder UseCulturesOfPeople(this IApplicationBuilder app, Func<HttpContext, string?> ofPerson) =>
        app.UseWhen(
            context => !context.IsForPrograms(),
            people =>
                people.UseRequestLocalization(options =>
                    SetUp(
                        options,
                        new CustomRequestCultureProvider(context => Task.FromResult(OfPerson(ofPerson(context)))),
                        new CookieRequestCultureProvider(),
                        new AcceptLanguageHeaderRequestCultureProvider()
                    )
                )
        );

    private static void SetUp(RequestLocalizationOptions options, params RequestCultureProvider[] providers)
    {
        string[] cultures = [.. Locales.All];
        options.SetDefaultCulture(Locales.English).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
        options.ApplyCurrentCultureToResponseHeaders = true;
        foreach (var provider in providers)
            provider.Options = options;
        options.RequestCultureProviders = [.. providers];
    }

    private static ProviderCultureResult? OfPerson(string? chosen) =>
        chosen is not null && Locales.All.Contains(chosen) ? new ProviderCultureResult(new StringSegment(chosen)) : null;
}
