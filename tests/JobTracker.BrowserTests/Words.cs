using System.Globalization;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace JobTracker.BrowserTests;

/// <summary>The site's own texts in one language, so that one journey can be walked in both.</summary>
public sealed class Words(JobTrackerApp app, string language)
{
    private readonly IStringLocalizer<Texts> texts = app.Services.GetRequiredService<IStringLocalizer<Texts>>();
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language);

    public string this[string english, params object[] values]
    {
        get
        {
            CultureInfo.CurrentUICulture = culture;
            return texts[english, values];
        }
    }
}
